# Completion of rucn in fish: a file rucn.fish in ~/.config/fish/completions.
function __rucn_offer
    set -l word (commandline -ct | string collect)
    # `--format=json` is one word here.
    set -l option (string match -r -- '^--[^=]+=' "$word" | string collect)
    set -l offered (_RUCN_COMPLETE=fish rucn (commandline -opc)[2..-1] "$word" 2>/dev/null)
    if string match -q -- '<file>*' "$offered"
        set offered (__fish_complete_path (string replace -- "$option" '' "$word"))
    end
    printf '%s\n' "$option"$offered
end

complete -c rucn -f -a '(__rucn_offer)'
