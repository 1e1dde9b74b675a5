# Completion of rucn in bash, 3.2 and later: eval "$(rucn completion bash)" in ~/.bashrc.
_rucn() {
    local value cur=${COMP_WORDS[COMP_CWORD]} IFS=$'\n'
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        if [[ $value == '<file>' ]]; then
            cur=${cur#[\"\'=]}
            COMPREPLY=($(compgen -f -- "${cur//\\/}"))
            compopt -o filenames 2>/dev/null
        else
            # Outside of quotes the value needs its own.
            if [[ $cur != [\"\']* ]]; then value=${value// /\\ } value=${value//\'/\\\'}; fi
            COMPREPLY+=("$value")
        fi
    done < <(_RUCN_COMPLETE=bash "${COMP_WORDS[0]}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _rucn rucn
