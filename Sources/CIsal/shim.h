#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

// Swift does not see a macro that is worked out of other macros.
static inline unsigned isal_first_level_buffer(void) { return ISAL_DEF_LVL1_DEFAULT; }
