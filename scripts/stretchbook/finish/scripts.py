"""Our scripts as readers get them: few files, and nothing that only their authors read.

In docs/js every behaviour has a module of its own, and modules ask for each other; over a slow line
every step of such a chain costs. Here js/main.js comes to hold all that it reaches in its own
folder, where each behaviour still starts, and fails, by itself. What modules fetch from another
folder, such as js/plan/plan.js, becomes a program: one file, with all that only it needs. The rest
it takes from main.js, which is always there. What only several programs need is in each of them,
so such modules must keep nothing.

esbuild could also cut out what is shared, into many small files whose names change with what is in
them. Here every file keeps its name, so a main.js kept from yesterday finds the plan.js of today.
"""

import json
import re
import subprocess
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from stretchbook.finish.unfinished import Unfinished
from stretchbook.graphics.fonts import PACKAGES
from stretchbook.keeping import remembered

MAIN = "js/main.js"
ESBUILD = "@esbuild/*/**/esbuild*"  # npm installs the one for this system, and no other
OPTIONS = (
    *("--bundle", "--format=esm", "--minify", "--target=es2022"),
    *("--legal-comments=eof", "--log-level=error"),
)
TAKEN = re.compile(r'import\{([^{}"]+)\}from"([^"]+)"')  # as esbuild writes it
ADDRESS = re.compile(r"""["']([^"'\s:]+\.js)["']""")

Graph = Mapping[str, Mapping[str, str]]
"""Each module that main.js reaches, by its path: the modules it asks for, and how it does so."""
Parts = Mapping[str, Collection[str]]
"""main.js and each program: the modules that go into it."""


def bundle(site: Path) -> None:
    """Put the modules together, and remove those that nobody asks for by themselves."""
    if not (site / MAIN).exists():
        return
    graph = read(site)
    parts = divide(graph)
    asked_for = _reached(graph, _asked_for(site, graph) - parts.keys(), parts)
    given = {line for name in parts if name != MAIN for line in _put_together(site, name, parts)}
    text = "\n".join([f'import "./{MAIN}"', *sorted(given)])
    _esbuild(site, f"--outfile={MAIN}", *_leave_out(parts.keys() - {MAIN}), text=text)
    for module in graph.keys() - parts.keys() - asked_for:
        (site / module).unlink()


def read(site: Path) -> Graph:
    """The modules of a site where they are not put together yet."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        _esbuild(site, MAIN, f"--outdir={folder}", f"--metafile={told}")
        modules = json.loads(told.read_text("utf-8"))["inputs"]
    return {
        name: {one["path"]: one["kind"] for one in module["imports"] if not one.get("external")}
        for name, module in modules.items()
    }


def divide(graph: Graph) -> Parts:
    """What goes where."""
    programs = {
        wanted
        for module, imports in graph.items()
        for wanted, how in imports.items()
        if how == "dynamic-import" and dirname(wanted) != dirname(module)
    }
    home = _reached(graph, [MAIN], programs)
    others = {name: _reached(graph, [name], programs | home) for name in sorted(programs)}
    return {MAIN: home, **others}


def _reached(graph: Graph, start: Iterable[str], stop: Collection[str]) -> set[str]:
    """These modules and what they need, but none of `stop`."""
    waiting, found = list(start), set[str]()
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += [wanted for wanted in graph[module] if wanted not in stop]
    return found


def _asked_for(site: Path, graph: Graph) -> set[str]:
    """The modules that pages name, and scripts that are not among them, such as an author's own."""
    files = {path.relative_to(site).as_posix() for path in site.rglob("*")} - graph.keys()
    others = (file for file in files if file.endswith((".html", ".js")))
    named = (_asked_by(file, (site / file).read_bytes()) for file in others)
    return graph.keys() & set[str]().union(*named)


@remembered
def _asked_by(file: str, data: bytes) -> set[str]:
    # A script of an author's own may be in any encoding; addresses of ours are plain ASCII.
    return _addresses(file, data.decode("utf-8", "replace"))


def _put_together(site: Path, program: str, parts: Parts) -> set[str]:
    """Write one program; what main.js must give it, as lines of a module."""
    home = {*parts[MAIN]}
    _esbuild(site, program, f"--outfile={program}", *_leave_out((home | {*parts}) - {program}))
    text, given = _from_main(program, (site / program).read_text("utf-8"), home)
    if whole := _addresses(program, text) & (home - {MAIN}):
        raise Unfinished(f"{program}: import what it needs of {min(whole)} by name")
    (site / program).write_text(text, "utf-8", newline="\n")
    return given


def _from_main(program: str, text: str, home: Collection[str]) -> tuple[str, set[str]]:
    """The program with main.js in place of the modules in it, and what that must give."""
    main, given = f"./{relpath(MAIN, dirname(program))}", set[str]()

    def take(found: re.Match[str]) -> str:
        module = _target(program, found[2])
        if module not in home:
            return found[0]
        taken = []
        for name, _, own in (pair.partition(" as ") for pair in found[1].split(",")):
            full_name = re.sub(r"\W", "_", f"{module[:-3]}_{name}")
            given.add(f'export{{{name} as {full_name}}}from"./{module}"')
            taken.append(f"{full_name} as {own or name}")
        return f'import{{{",".join(taken)}}}from"{main}"'

    return TAKEN.sub(take, text), given


def _addresses(file: str, text: str) -> set[str]:
    return {_target(file, address) for address in ADDRESS.findall(text)}


def _target(file: str, address: str) -> str:
    return normpath(join(dirname(file), address))


def _leave_out(modules: Iterable[str]) -> list[str]:
    return [f"--external:./{module}" for module in sorted(modules)]


def _esbuild(site: Path, *arguments: str, text: str = "") -> None:
    """Run it in the site's folder, on `text` where no module is named."""
    program = next(PACKAGES.glob(ESBUILD), None)
    if program is None:
        raise Unfinished("esbuild is not in node_modules: remove that folder and run make again")
    command = [str(program), *arguments, "--allow-overwrite", *OPTIONS]
    done = subprocess.run(
        command, cwd=site, input=text, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise Unfinished(f"esbuild could not put the scripts together:\n{done.stderr.strip()}")
