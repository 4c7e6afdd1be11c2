// The functions become part of the program, which needs no library of them when it runs.
#define XXH_INLINE_ALL
#include <xxhash.h>

// Inlined, the library's own names are macros, which Swift does not see.
static inline XXH128_hash_t xxh3_128(const void *bytes, size_t count) {
  return XXH3_128bits(bytes, count);
}
