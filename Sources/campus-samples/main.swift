import Glibc

/// Says on standard error why the generator ended, and ends it.
func end(_ message: String, _ status: Int32) -> Never {
  let text = "campus-samples: error: \(message)\n"
  _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  exit(status)
}

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  if options.help {
    print(Options.usage, terminator: "")
  } else {
    try Generator(options).run()
  }
} catch Stop.usage(let message) {
  end(message + "\n\n" + Options.usage, 64)
} catch Stop.input(let message) {
  end(message, 66)
} catch Stop.output(let path, let code) {
  end("\(path): \(String(cString: strerror(code)))", 73)
}
