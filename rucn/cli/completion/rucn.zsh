#compdef rucn
# Completion of rucn in zsh: a file _rucn in a folder of $fpath, or to be sourced.
_rucn() {
    local -a offered=("${(@f)$(_RUCN_COMPLETE=zsh "$words[1]" "${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null)}")
    if [[ -z $offered ]]; then return 1; fi
    compset -P '--*='
    if [[ $offered == '<file>'* ]]; then _files; return; fi
    # Each as `value:about`. What begins in another case is not dropped (-U); after an equals sign a value follows (-S).
    offered=("${(@)${(@)${(@)offered//\\/\\\\}//:/\\:}/$'\t'/:}")
    local -a options=("${(@M)offered:#--*=:*}") values=("${(@)offered:#--*=:*}")
    _describe -t values value values -U -i "$IPREFIX" -- options -U -S ''
}

if [[ $funcstack[1] == _rucn ]]; then
    _rucn "$@"
else
    compdef _rucn rucn
fi
