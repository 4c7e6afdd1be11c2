import Glibc

/// The copy of its memory that a system may keep of a program that crashes.
enum CoreDump {
  /// It would hold persons, in a folder that nobody chose.
  static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
