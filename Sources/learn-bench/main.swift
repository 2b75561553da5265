print("learn-bench")
