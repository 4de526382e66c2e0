"""Makes the table of names (`../names.bin`) again from the lists and corpora it is derived from; run by hand.

    python -m tui.analysis.recognise.lists --data DIR [--out FILE] [--hold-out]

DIR holds `names/`, `ner/` and `text/` with the files that `../NOTICE` lists. Nothing here runs when articles are read.
"""
