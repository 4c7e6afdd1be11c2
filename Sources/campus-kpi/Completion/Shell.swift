/// The shells that can complete a command line.
enum Shell: String, CaseIterable {
  case bash, zsh
}
