// tier: 1
// There is no for (;;) loop.
for (int i = 0; i < 5; i++) { }  // error: this form of for does
