#define BOTH 0
