# Completion of rucn in bash, 3.2 and later: eval "$(rucn completion bash)" in ~/.bashrc.
_rucn() {
    local value out at cur=${COMP_WORDS[COMP_CWORD]} special=$' "\'$`\\;&|<>(){}[]*?!#~' IFS=$'\n'
    # What has a meaning to the shell where the value is to stand: more outside of quotes than within them.
    if [[ $cur == \"* ]]; then special='"$`\!'; elif [[ $cur == \'* ]]; then special=; fi
    COMPREPLY=()
    while IFS=$'\t' read -r value _; do
        out=
        for ((at = 0; at < ${#value}; at++)); do
            if [[ $special == *"${value:at:1}"* ]]; then out+=\\; fi
            out+=${value:at:1}
        done
        if [[ $cur == \'* ]]; then out=${value//\'/\'\\\'\'}; fi
        if [[ $value != '<file>' ]]; then COMPREPLY+=("$out"); continue; fi
        cur=${cur#[\"\'=]} COMPREPLY=($(compgen -f -- "${cur//\\/}")); compopt -o filenames 2>/dev/null
    done < <(_RUCN_COMPLETE=bash "${COMP_WORDS[0]}" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _rucn rucn
