/// `learn completions bash|zsh|fish`: from the tables of verbs and flags.
enum Completions {
    static let shells = ["bash", "zsh", "fish"]

    static func text(for shell: String) -> String? {
        switch shell {
        case "bash": bash
        case "zsh": zsh
        case "fish": fish
        default: nil
        }
    }

    private static var verbs: [String] { Verb.allCases.map(\.rawValue) }

    private static func flags(of verb: Verb) -> [Flag] { Flag.all.filter { $0.belongs(to: verb) } }

    /// The words that a flag takes, where they are few.
    private static func values(of flag: Flag) -> [String] {
        guard let placeholder = flag.placeholder, placeholder.contains("|") else { return [] }
        return placeholder.split(separator: "|").map(String.init)
    }

    private static var bash: String {
        var text = "# learn completions bash > ~/.local/share/bash-completion/completions/learn\n_learn() {\n"
        text += "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb=${COMP_WORDS[1]}\n"
        text += "    case $before in\n"
        for flag in Flag.all where !values(of: flag).isEmpty {
            let words = values(of: flag).joined(separator: " ")
            text += "        --\(flag.name)) COMPREPLY=($(compgen -W '\(words)' -- \"$word\")); return ;;\n"
        }
        text += "    esac\n    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
        text +=
            "        COMPREPLY=($(compgen -W '\(verbs.joined(separator: " "))' -- \"$word\"))\n        return\n    fi\n"
        text += "    case $word in\n    -*)\n        case $verb in\n"
        for verb in Verb.allCases {
            let names = flags(of: verb).map { "--\($0.name)" }.joined(separator: " ")
            text += "        \(verb.rawValue)) COMPREPLY=($(compgen -W '\(names)' -- \"$word\")) ;;\n"
        }
        text += "        esac ;;\n    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\n"
        return text + "complete -o filenames -F _learn learn\n"
    }

    private static var zsh: String {
        var text = "#compdef learn\n# learn completions zsh > a folder of $fpath, as _learn\n_learn() {\n"
        text += "    if (( CURRENT == 2 )); then\n        local -a verbs=(\n"
        for verb in Verb.allCases { text += "            \(quoted("\(verb.rawValue):\(verb.help)"))\n" }
        text += "        )\n        _describe command verbs\n        return\n    fi\n    case $words[2] in\n"
        for verb in Verb.allCases {
            text += "    \(verb.rawValue)) _arguments"
            for flag in flags(of: verb) {
                var spec = "--\(flag.name)" + (flag.takesValue ? "=" : "") + "[\(flag.help)]"
                let words = values(of: flag)
                if flag.takesValue {
                    spec += ":value:" + (words.isEmpty ? "_files" : "(\(words.joined(separator: " ")))")
                }
                text += " \\\n        \(quoted(spec))"
            }
            text += " \\\n        '*:file:_files' ;;\n"
        }
        return text + "    esac\n}\n_learn \"$@\"\n"
    }

    private static var fish: String {
        var text = "# learn completions fish > ~/.config/fish/completions/learn.fish\n"
        for verb in Verb.allCases {
            text += "complete -c learn -n __fish_use_subcommand -f -a \(verb.rawValue) -d \(quoted(verb.help))\n"
        }
        for verb in Verb.allCases {
            for flag in flags(of: verb) {
                text += "complete -c learn -n '__fish_seen_subcommand_from \(verb.rawValue)' -l \(flag.name)"
                if let letter = flag.letter { text += " -s \(letter)" }
                if flag.takesValue { text += " -r" }
                let words = values(of: flag)
                if !words.isEmpty { text += " -f -a '\(words.joined(separator: " "))'" }
                text += " -d \(quoted(flag.help))\n"
            }
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "'"
        for character in text { quoted += character == "'" ? "'\\''" : String(character) }
        return quoted + "'"
    }
}
