#!/usr/bin/env python3
"""Records what `go list` does not tell of a program's sources: where an import stands, which functions have no body,
what the assembler says without its header, what the linker says when objects are missing.

gostep needs these facts for the exact words of a failing build (`crates/sim/src/program/source_facts.rs`). They are measured, not
derived: the script builds the program once, then runs the commands of that build again with one mistake each, and
notes what the tools print.

    tools/record_sources.py -o lessons/programs/pair.sources.json --dir /home/gopher/pair .
    tools/record_sources.py -o lessons/programs/hello.sources.json --dir /home/gopher/hello main.go

Needs Python 3.9, a go command in PATH, and the program where it was recorded. Takes about ten seconds for each package
with assembly.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile

FORMAT = 1
SHOWN_SYMABIS = 80  # lines; runtime has hundreds


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("target", nargs="+", help="what to build")
    parser.add_argument("--dir", required=True, help="the directory the command is given in")
    parser.add_argument("-o", "--output", required=True)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        recorder = Recorder(args.dir, args.target, scratch)
        facts = {"gostep_sources": FORMAT, "packages": recorder.record()}
    with open(args.output, "w", encoding="utf-8") as file:
        json.dump(facts, file, indent=1, ensure_ascii=False)
        file.write("\n")


class Recorder:
    def __init__(self, directory, target, scratch):
        self.dir, self.target, self.scratch = directory, target, scratch
        self.env = dict(os.environ, GOCACHE=os.path.join(scratch, "cache"))
        self.env.pop("GOSTEP_FAULT", None)
        self.goroot = self.go("env", "GOROOT").strip()
        self.listed = self.list()
        self.read_log()

    def go(self, *words, check=True, **env):
        done = subprocess.run(["go", *words], cwd=self.dir, env=dict(self.env, **env), check=check,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        return done.stdout if check else done.stderr

    def list(self):
        text = self.go("list", "-json", "-deps", *self.target)
        decoder, at, packages = json.JSONDecoder(), 0, []
        while at < len(text.rstrip()):
            package, end = decoder.raw_decode(text, at)
            packages.append(package)
            at = end + 1
        return packages

    def read_log(self):
        """Builds everything and takes the commands from the log."""
        binary = os.path.join(self.scratch, "first.out")
        done = subprocess.run(["go", "build", "-a", "-x", "-work", "-p", "1", "-o", binary, *self.target],
                              cwd=self.dir, env=self.env, check=True, stderr=subprocess.PIPE, text=True)
        lines = done.stderr.split("\n")
        self.work = lines[0].removeprefix("WORK=")
        cd, self.commands = self.dir, {}
        tool = re.compile(r"(GOROOT='[^']*' )?" + re.escape(self.goroot) + r"/pkg/tool/[^/]+/(compile|asm|link) ")
        for line in lines[1:]:
            if line.startswith("cd "):
                cd = line[3:]
            found = tool.match(line)
            if not found:
                continue
            line = line.replace(" ./", f" {cd}/").replace("$WORK", self.work)
            if found.group(2) == "link":
                self.link_command = line
                continue
            path = re.search(r" -p (\S+)", line).group(1)
            commands = self.commands.setdefault(path, {"asm": []})
            commands["objdir"] = self.work + re.search(r"(/b\d+)/", line).group(1)
            if found.group(2) == "compile":
                commands["compile"] = line
            elif "-gensymabis" in line:
                commands["scan"] = line
            else:
                commands["asm"].append(line)

    def run(self, command):
        done = subprocess.run(["sh", "-c", command], cwd=self.dir, env=self.env, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        lines = done.stdout.replace(self.work, "$WORK").split("\n")[:-1]
        return done.returncode, [re.sub(r"0x[0-9a-f]{6,}", "0x…", line) for line in lines]

    def record(self):
        facts = {}
        for package in self.listed:
            path = "main" if package["Name"] == "main" else package["ImportPath"]
            if path not in self.commands:
                continue  # unsafe
            self.package, self.path, self.now = package, path, self.commands[path]
            known = {"first_file": self.first_file(), **self.imports(), **self.bodies(), **self.without_path()}
            if "scan" in self.now:
                known["assembly"] = self.assembly()
                known["assembly"].update(self.twice(known["missing_bodies"]))
            facts[package["ImportPath"]] = known
        return facts

    # What stands where.

    def place(self, line):
        """`file.go:1:2` of a message, with the name of the file only."""
        found = re.match(r"(.*?\.(?:go|s)):(\d+(?::\d+)?): ", line)
        return f"{os.path.basename(found.group(1))}:{found.group(2)}" if found else None

    def first_file(self):
        name = self.package["GoFiles"][0]
        with open(os.path.join(self.package["Dir"], name), encoding="utf-8") as file:
            lines = file.read().split("\n")[:-1]
        imports, block = [], False
        for number, line in enumerate(lines, 1):
            if re.match(r"import \($", line):
                block = True
            elif block and line.startswith(")"):
                block = False
            elif found := re.match(r'(\t|import )((?:[\w.]+ )?)"([^"]+)"', line):
                if block or line.startswith("import "):
                    imports.append([found.group(3), number, len(found.group(1)) + 1])
        clause = next(number for number, line in enumerate(lines, 1) if line.startswith("package "))
        inits = sum(line.startswith("func init() {") for line in lines)
        return {"lines": len(lines), "package_clause": clause, "imports": imports, "inits": inits}

    def compile(self, old="", new="", drop=None):
        """Runs the compile of the package with a change, into a file of its own."""
        command = self.now["compile"]
        command = re.sub(r" -o \S+", f" -o {self.scratch}/x.a", command)
        command = re.sub(r" -asmhdr \S+", f" -asmhdr {self.scratch}/x.h", command)
        if drop is not None:
            with open(self.now["objdir"] + "/importcfg", encoding="utf-8") as file:
                text = "".join(line for line in file if not line.startswith(f"packagefile {drop}="))
            with open(f"{self.scratch}/importcfg", "w", encoding="utf-8") as file:
                file.write(text)
            command = re.sub(r" -importcfg \S+", f" -importcfg {self.scratch}/importcfg", command)
        return self.run(re.sub(old, new, command, count=1) if old else command)[1]

    def imports(self):
        """For each import the place of its first spec; what else the compiler says when it is missing."""
        places, beyond, uses = {}, {}, {}
        for dep in self.package.get("Imports", []):
            if dep in ("unsafe", "C"):
                continue
            dep = self.package.get("ImportMap", {}).get(dep, dep)
            said = self.compile(drop=dep)
            at = next(n for n, line in enumerate(said) if f"could not import {dep} " in line)
            places[dep] = self.place(said[at])
            if len(said) > 1:
                beyond[dep] = [line for n, line in enumerate(said) if n != at]
            if not self.package.get("Standard"):
                uses[dep] = self.uses(places[dep])
        facts = {"imports": places, "beyond_import": beyond, "undefined_without_import": uses}
        return {name: fact for name, fact in facts.items() if fact}

    def uses(self, place):
        """What is undefined when the line with the import is deleted."""
        name, line, _ = place.split(":")
        path = os.path.join(self.package["Dir"], name)
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        del lines[int(line) - 1]
        copy = os.path.join(self.scratch, name)
        with open(copy, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        said = self.compile(f" {re.escape(path)}", f" {copy}")
        return [said_line.replace(self.scratch + "/", "") for said_line in said]

    def bodies(self):
        facts = {}
        if "-complete" not in self.now["compile"]:
            said = self.compile(" -p ", " -complete -p ")
            facts["missing_bodies"] = [self.place(line) for line in said]
        if "scan" in self.now:
            said = self.compile(r" -symabis \S+", "")
            found = [re.search(r"ABI0 function, (\S+) is", line) for line in said]
            if said:
                facts["abi0_expected"] = [[self.place(line), name.group(1) if name else ""]
                                          for line, name in zip(said, found)]
        return facts

    def without_path(self):
        """What the compiler says when it is not told the path of the package."""
        said = self.compile(r" -p \S+", "")
        return {"without_path": [line.replace(self.package["Dir"] + "/", "") for line in said]} if said else {}

    def twice(self, bodyless):
        """What the compiler says when a function that assembly defines has a body in Go too."""
        for place in bodyless:
            name, line, _ = place.split(":")
            path = os.path.join(self.package["Dir"], name)
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            lines[int(line) - 1] += ' { panic("") }'
            copy = os.path.join(self.scratch, name)
            with open(copy, "w", encoding="utf-8") as file:
                file.write("\n".join(lines))
            said = self.compile(f" {re.escape(path)}(?= |$)", f" {copy}")
            if len(said) == 1 and (found := re.search(r": (\S+) defined in both Go and assembly$", said[0])):
                return {"twice": [self.place(said[0]), found.group(1)]}
        return {}

    # Assembly.

    def assembly(self):
        with open(self.now["objdir"] + "/symabis", encoding="utf-8") as file:
            symabis = file.read().split("\n")[:-1]
        facts = {"defs": sum(line.startswith("def ") for line in symabis),
                 "refs": sum(line.startswith("ref ") for line in symabis),
                 "symabis": symabis if len(symabis) <= SHOWN_SYMABIS else [],
                 "files": {}}
        for command in self.now["asm"]:
            source = command.split()[-1]
            facts["files"][os.path.basename(source)] = self.assembly_file(command)
        scanned = self.run(re.sub(r" -o \S+", f" -o {self.scratch}/x", self.without_include(self.now["scan"])))[1]
        facts["scan_without_include"] = self.messages(scanned)
        facts["link"] = self.links()
        return facts

    def without_include(self, command):
        return command.replace(f" -I {self.goroot}/pkg/include", "")

    def messages(self, said):
        """`file.s:LINE: text` with the name of the file only; the summary line keeps its form."""
        return [re.sub(r"(?<![\w$/.])\S*/([^/\s]+\.s)\b", r"\1", line).replace(self.now["objdir"], "$OBJ")
                .replace(self.now["objdir"].replace(self.work, "$WORK"), "$OBJ") for line in said]

    def assembly_file(self, command):
        headers = f"{self.scratch}/headers/"
        shutil.rmtree(headers, ignore_errors=True)
        os.makedirs(headers)
        command = re.sub(r" -o \S+", f" -o {self.scratch}/x.o", command)
        elsewhere = command.replace(f" -I {self.now['objdir']}/", f" -I {headers}")
        for name in os.listdir(self.now["objdir"]):
            if name.endswith(".h") and name != "go_asm.h":
                shutil.copy(os.path.join(self.now["objdir"], name), headers)
        facts = {}
        said = self.messages(self.run(elsewhere)[1])
        if said:
            facts["without_header"] = said
        with open(headers + "go_asm.h", "w", encoding="utf-8"):
            pass
        said = self.messages(self.run(elsewhere)[1])
        if said:
            facts["empty_header"] = said
        said = self.messages(self.run(re.sub(r" -p \S+", "", command, count=1))[1])
        if said:
            facts["without_path"] = said
        return facts

    # Links with incomplete archives.

    def links(self):
        members = split(self.archive(self.now["objdir"] + "/_pkg_.a"))
        facts = {"without_objects": self.link(members[:2]), "object": {}}
        for number in range(2, len(members)):
            source = os.path.basename(self.now["asm"][number - 2].split()[-1])
            facts["object"][source] = self.link(members[:number] + members[number + 1:])
        twice = self.link(members + members[2:])
        facts["twice"] = re.search(r"symbol (\S+),", twice[0]).group(1) if twice else ""
        facts["without_symabis"] = []
        if not self.compile(r" -symabis \S+", ""):
            facts["without_symabis"], facts["changed_without_symabis"] = self.build_without_symabis()
        return facts

    def archive(self, path):
        with open(path, "rb") as file:
            return file.read()

    def link(self, members):
        archive, config = f"{self.scratch}/spoiled.a", f"{self.scratch}/importcfg.link"
        with open(archive, "wb") as file:
            file.write(b"!<arch>\n" + b"".join(members))
        with open(re.search(r"-importcfg (\S+)", self.link_command).group(1), encoding="utf-8") as file:
            text = re.sub(rf"(?m)^packagefile {re.escape(self.package['ImportPath'])}=.*$",
                          f"packagefile {self.package['ImportPath']}={archive}", file.read())
        with open(config, "w", encoding="utf-8") as file:
            file.write(text)
        command = re.sub(r" -importcfg \S+", f" -importcfg {config}", self.link_command)
        command = re.sub(r" -o \S+", f" -o {self.scratch}/x.out", command)
        if self.path == "main":
            command = re.sub(r"\S+$", archive, command)
        return self.run(command)[1]

    def build_without_symabis(self):
        """What the linker says, and whose archives come out different. The importers must be compiled against the
        faulty archive: that takes a build of its own."""
        tool = os.path.join(self.scratch, "faulty-tool")
        if not os.path.exists(tool):
            here = os.path.dirname(os.path.abspath(__file__))
            self.go("build", "-o", tool, os.path.join(here, "faulty-tool", "main.go"), GO111MODULE="off")
        cache = os.path.join(self.scratch, "faulty-cache")
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(self.env["GOCACHE"], cache)
        target = [self.package["ImportPath"]] if self.path != "main" else self.target
        os.remove(self.go("list", "-export", "-f", "{{.Export}}", *target, GOCACHE=cache).strip())
        said = self.go("build", "-toolexec", tool, "-o", f"{self.scratch}/y.out", *self.target, check=False,
                       GOCACHE=cache, GOSTEP_FAULT=f"no-symabis={self.path}", GOSTEP_FAULT_DIR=self.scratch)
        before, after = self.content_ids(self.env["GOCACHE"]), self.content_ids(cache)
        changed = sorted(path for path, content in after.items() if content != before[path])
        return [line for line in said.split("\n")[:-1] if not line.startswith("# ")], changed

    def content_ids(self, cache):
        said = self.go("list", "-export", "-deps", "-f", "{{.ImportPath}} {{.BuildID}}", *self.target, GOCACHE=cache)
        lines = (line.partition(" ") for line in said.splitlines())
        return {path: build_id.rsplit("/", 1)[-1] for path, _, build_id in lines if build_id}


def split(data):
    """The members of an archive, each with its header."""
    members, at = [], len(b"!<arch>\n")
    while at < len(data):
        size = int(data[at + 48:at + 58])
        end = at + 60 + size + size % 2
        members.append(data[at:end])
        at = end
    return members


if __name__ == "__main__":
    main()
