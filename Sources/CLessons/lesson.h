#if __has_embed(LESSON_FILE)
static const unsigned char LESSON[] = {
#embed LESSON_FILE
};
#endif
#undef LESSON
#undef LESSON_FILE
