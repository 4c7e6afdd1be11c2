import Glibc

/// Keeps the numbers of the standard streams from being given to other files.
enum StandardStreams {
  /// A stream that is closed when the program starts would lend its number to the next file that is
  /// opened, and results would be written into the database. It is opened for reading only, so that
  /// writing to it fails as it should.
  static func occupy() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDONLY)
    }
  }
}
