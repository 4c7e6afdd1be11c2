#include <stddef.h>
#include <stdint.h>

// The compiler's runtime has it; no header of it is installed.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*check)(const uint8_t *data, size_t size));
