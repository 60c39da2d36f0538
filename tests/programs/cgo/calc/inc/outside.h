/* No list names this file, and no action ID covers it. */
#define OUTSIDE 0
