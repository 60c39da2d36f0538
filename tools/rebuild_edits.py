"""The edits that measure_rebuilds.py makes, and the files and functions it makes them in.

docs/measuring.md defines them for readers; what it says and what is here have to agree.
"""

import re
from dataclasses import dataclass
from pathlib import Path

KINDS = ["export", "shift", "func", "body", "inline", "const", "comment"]
FUNCTION_KINDS = {"body", "inline"}
APPENDED = {
    "comment": "// gostep\n",
    "func": "\nfunc gostepProbe() {}\n",
    "export": "\nfunc GostepProbe() {}\n",
    "const": "\nconst GostepProbe = 1\n",
}
# Changes the code of any function that has a body, needs no import, and costs the inliner next to nothing.
STATEMENT = " println();"
# A function that costs more might no longer be inlinable with STATEMENT in it; the compiler's limit is 80.
MAX_INLINE_COST = 70
# Up to the end of the package clause's line: only comments can stand before it.
PACKAGE_CLAUSE = re.compile(r"(?:\s|//[^\n]*\n|/\*.*?\*/)*package\s+\w+[^\n]*\n", re.DOTALL)
# How many functions of a package are tried until an edited one compiles and links.
MAX_CANDIDATES = 4


@dataclass
class Package:
    """A package of the program, as go list describes it."""

    name: str  # import path, or main for the program itself
    directory: Path
    go_files: list
    s_files: list


@dataclass
class Function:
    """A function that the compiler reported on, where it starts and whether it can be inlined."""

    name: str  # as the compiler writes it: Println, (*pp).doPrintln
    file: str
    line: int
    inlinable: bool
    cost: int


@dataclass
class Edit:
    """One edit of one file."""

    kind: str
    package: Package
    file: str
    function: Function = None

    def key(self):
        return (self.kind, self.package.name, self.file, self.function.name if self.function else None)

    def __str__(self):
        place = f"{self.package.name}/{self.file}"
        return f"{self.kind} {place}" + (f" {self.function.name}" if self.function else "")


def edited_text(edit, text):
    """The text of the edited file, or None if the file has no place for the edit."""
    if edit.kind in APPENDED:
        return text + ("" if text.endswith("\n") else "\n") + APPENDED[edit.kind]
    if edit.kind == "shift":
        clause = PACKAGE_CLAUSE.match(text)
        return text[: clause.end()] + "// gostep\n" + text[clause.end() :] if clause else None
    lines = text.split("\n")
    start = body_start(lines, edit.function.line)
    if start is None:
        return None
    index, column = start
    lines[index] = lines[index][:column] + STATEMENT + lines[index][column:]
    return "\n".join(lines)


def rank(function):
    """Exported functions first, then exported methods, then the others."""
    parts = re.findall(r"\w+", function.name)
    exported = all(part[0].isupper() for part in parts)
    return (not exported, len(parts) > 1)


def accepts_statement(package, function):
    """Whether the function has a body in the usual place, and no directive that says it is a special one."""
    lines = (package.directory / function.file).read_text().split("\n")
    if not lines[function.line - 1].startswith("func ") or body_start(lines, function.line) is None:
        return False
    above = function.line - 2
    while above >= 0 and lines[above].startswith("//"):
        # //go:nosplit and its like forbid calls, or say that the function is not what it looks like.
        if lines[above].startswith("//go:"):
            return False
        above -= 1
    return True


def body_start(lines, line):
    """Index of the line, and column behind the brace that opens the body; only there gofmt puts a space before it."""
    for index in range(line - 1, len(lines)):
        column = lines[index].find(" {")
        if column >= 0:
            return index, column + 2
        following = lines[index + 1 : index + 2]
        # The parameters may go on in indented lines; anything else is the next declaration: there is no body.
        if not following or not following[0].startswith(("\t", ")")):
            return None
    return None


def default_file(package):
    """The first file with an exported function, else with any function, else with any declaration."""
    if package.name == "main" and "main.go" in package.go_files:
        return "main.go"
    for declaration in [r"^func [A-Z]", r"^func \w", r"^(func|type|var|const)\b"]:
        for file in package.go_files:
            if re.search(declaration, (package.directory / file).read_text(), re.MULTILINE):
                return file
    return package.go_files[0]


def parse_inlining(text, root):
    """The functions that `-gcflags=-m=2` tells of, by package; instances of generic functions and closures left out."""
    functions, package = {}, None
    report = re.compile(r"(?:.*/)?([^/:]+\.go):(\d+):\d+: (can|cannot) inline ([^:\s\[]+)(?: with cost (\d+) as)?:")
    for line in text.splitlines():
        if line.startswith("# "):
            package = "main" if line[2:] == root else line[2:]
            continue
        match = report.match(line)
        if match is None or re.search(r"\.func\d+|-range\d+|^init\b", match[4]):
            continue
        functions.setdefault(package, {})[match[1], int(match[2])] = Function(
            match[4], match[1], int(match[2]), match[3] == "can", int(match[5] or 0))
    return {package: list(of_package.values()) for package, of_package in functions.items()}
