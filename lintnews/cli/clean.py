"""`lintnews clean`: away with what lintnews can make again."""

from __future__ import annotations

import click


@click.command()
@click.option("--cache-dir", metavar="DIR", help="The folder that was given to `lintnews check --cache-dir`.")
def clean(cache_dir: str | None) -> None:
    """Remove the results of earlier runs and the prepared rules.

    Results are those of the project around the current folder, or of the folder
    that --cache-dir or LINTNEWS_CACHE_DIR names. Other files in these folders stay.
    """
    from ..cachefolder import remove_prepared_rules, remove_results, results_folder
    from ..rules.cache import cache_folder
    from .failure import fail

    results, prepared = results_folder(cache_dir), cache_folder()
    counts = {results: 0, prepared: 0}
    try:
        counts[results] += remove_results(results)
        counts[prepared] += remove_prepared_rules(prepared)
    except OSError as error:
        raise fail(f"{error.filename}: cannot be removed: {error.strerror}") from None
    for folder, count in counts.items():
        click.echo(f"{folder}: {count} file{'' if count == 1 else 's'} removed")
