"""Rules that need more than phrases and patterns: one function a file.

Each module makes one `Rule` with `@rule(...)`; nothing is registered anywhere, the
modules of this package are looked at. Patterns are kept as strings and used through
`re.search` and its like, which compile and remember them when first needed: most
articles need few of them, and compiling all would double the start-up time.
"""
