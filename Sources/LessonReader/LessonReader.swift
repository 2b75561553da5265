// LessonReader
