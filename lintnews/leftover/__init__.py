"""Which blocks of an article are left over from the page it was taken from.

A small additive model: every feature has a name and a weight (`weights.json`), and a
block's score is their sum. Lowest first: `words` (closed word classes), `bins`,
`surroundings` (what stands around a block), `look` (the block itself), `judge`, `evidence`.
"""
