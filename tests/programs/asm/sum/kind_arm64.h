#define KIND 0
