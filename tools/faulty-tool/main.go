// faulty-tool makes one mistake in an otherwise honest build.
//
// It is given to the go command as
//
//	GOSTEP_FAULT=no-symabis=example.com/pair/p go build -toolexec /path/to/faulty-tool ...
//
// and takes the same fault texts as gostep. It runs every tool as it was told to, except for the one command that the
// fault is about. The cache does not know of the fault: use one of your own, without an entry for the package.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	name, value, _ := strings.Cut(os.Getenv("GOSTEP_FAULT"), "=")
	args := os.Args[1:]
	if len(args) == 2 && args[1] == "-V=full" {
		run(args)
		return
	}
	fault := fault{name: name, parts: strings.Split(value, ":")}
	if args = fault.spoil(args); args != nil {
		run(args)
	}
}

func run(args []string) {
	command := exec.Command(args[0], args[1:]...)
	command.Stdin, command.Stdout, command.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := command.Run(); err != nil {
		if exit, ok := err.(*exec.ExitError); ok {
			os.Exit(exit.ExitCode())
		}
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "faulty-tool:", err)
	os.Exit(3)
}

type fault struct {
	name  string
	parts []string
}

func (f fault) part(n int) string {
	if n < len(f.parts) {
		return f.parts[n]
	}
	return ""
}

// spoil returns the command to run in place of args; nil to run nothing.
func (f fault) spoil(args []string) []string {
	tool := strings.TrimSuffix(filepath.Base(args[0]), ".exe")
	pkg := after(args, "-p")
	switch {
	case tool == "compile" && pkg == f.part(0):
		return f.compile(args)
	case tool == "asm" && pkg == f.part(0):
		return f.assemble(args)
	case tool == "link":
		return f.link(args)
	}
	return args
}

func (f fault) compile(args []string) []string {
	cfg := after(args, "-importcfg")
	dep := f.part(1)
	switch f.name {
	case "no-symabis":
		return without(args, "-symabis", 1)
	case "complete":
		return slices.Insert(slices.Clone(args), 1, "-complete")
	case "no-p":
		return without(args, "-p", 1)
	case "no-buildid":
		return without(args, "-buildid", 1)
	case "drop-import":
		return replace(args, "-importcfg", edited(cfg, dep, ""))
	case "missing-archive":
		return replace(args, "-importcfg", edited(cfg, dep, "/nonexistent/_pkg_.a"))
	case "not-an-archive":
		file := temporary("not-an-archive", []byte("hello\n"))
		return replace(args, "-importcfg", edited(cfg, dep, file))
	case "wrong-archive":
		return replace(args, "-importcfg", edited(cfg, dep, listed(f.part(2))))
	case "foreign-arch":
		os.Setenv("GOARCH", dep)
	}
	return args
}

func (f fault) assemble(args []string) []string {
	scan := slices.Contains(args, "-gensymabis")
	objdir := after(args, "-I")
	switch {
	case f.name == "no-include":
		at := slices.Index(args, "-I") + 2
		return slices.Delete(slices.Clone(args), at, at+2)
	case scan:
	case f.name == "no-p" || f.name == "no-asm-p":
		return without(args, "-p", 1)
	case f.name == "empty-asmhdr":
		return replace(args, "-I", headers(objdir, []byte{}))
	case f.name == "no-asmhdr":
		return replace(args, "-I", headers(objdir, nil))
	case f.name == "foreign-asmhdr":
		// The other package's header, wherever the caller keeps it.
		text, err := os.ReadFile(os.Getenv("GOSTEP_FOREIGN_HEADER"))
		if err != nil {
			fail(err)
		}
		return replace(args, "-I", headers(objdir, text))
	}
	return args
}

func (f fault) link(args []string) []string {
	cfg := after(args, "-importcfg")
	pkg := f.part(0)
	change := func(keep func(members [][]byte) [][]byte) []string {
		archive := archiveOf(cfg, pkg)
		data, err := os.ReadFile(archive)
		if err != nil {
			fail(err)
		}
		spoiled := append([]byte("!<arch>\n"), bytes.Join(keep(split(data)), nil)...)
		return replace(args, "-importcfg", edited(cfg, pkg, temporary("_pkg_.a", spoiled)))
	}
	switch f.name {
	case "no-assemble", "no-pack":
		return change(func(members [][]byte) [][]byte { return members[:2] })
	case "no-object":
		object := strings.TrimSuffix(f.part(1), ".s") + ".o"
		object = object[:min(len(object), 16)]
		return change(func(members [][]byte) [][]byte {
			return slices.DeleteFunc(members, func(m []byte) bool { return strings.TrimSpace(string(m[:16])) == object })
		})
	case "pack-twice":
		return change(func(members [][]byte) [][]byte { return append(members, members[2:]...) })
	case "drop-link":
		return replace(args, "-importcfg", edited(cfg, pkg, ""))
	case "missing-link":
		return replace(args, "-importcfg", edited(cfg, pkg, "/nonexistent/_pkg_.a"))
	case "not-main":
		return append(slices.Clone(args[:len(args)-1]), archiveOf(cfg, pkg))
	case "no-buildid":
		return slices.DeleteFunc(slices.Clone(args), func(a string) bool { return strings.HasPrefix(a, "-buildid=") })
	}
	return args
}

func after(args []string, flag string) string {
	if at := slices.Index(args, flag); at >= 0 && at+1 < len(args) {
		return args[at+1]
	}
	return ""
}

func without(args []string, flag string, values int) []string {
	at := slices.Index(args, flag)
	if at < 0 {
		return args
	}
	return slices.Delete(slices.Clone(args), at, at+1+values)
}

func replace(args []string, flag, value string) []string {
	args = slices.Clone(args)
	if at := slices.Index(args, flag); at >= 0 {
		args[at+1] = value
	}
	return args
}

// edited copies an importcfg, with another archive for a package, or without the package if archive is empty.
func edited(cfg, pkg, archive string) string {
	text, err := os.ReadFile(cfg)
	if err != nil {
		fail(err)
	}
	var lines []string
	for _, line := range strings.Split(string(text), "\n") {
		if strings.HasPrefix(line, "packagefile "+pkg+"=") {
			if archive == "" {
				continue
			}
			line = "packagefile " + pkg + "=" + archive
		}
		lines = append(lines, line)
	}
	return temporary("importcfg", []byte(strings.Join(lines, "\n")))
}

func archiveOf(cfg, pkg string) string {
	text, err := os.ReadFile(cfg)
	if err != nil {
		fail(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if archive, ok := strings.CutPrefix(line, "packagefile "+pkg+"="); ok {
			return archive
		}
	}
	fail(fmt.Errorf("%s has no %s", cfg, pkg))
	return ""
}

// listed asks the go command for a package's archive, which need not be one that the compiler is told of.
func listed(pkg string) string {
	command := exec.Command("go", "list", "-export", "-f", "{{.Export}}", pkg)
	command.Env = append(os.Environ(), "GOSTEP_FAULT=")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		fail(err)
	}
	return strings.TrimSpace(string(out))
}

// headers copies the headers of an object directory, with another go_asm.h, or without it if text is nil.
func headers(objdir string, text []byte) string {
	dir := filepath.Dir(temporary("x", nil))
	found, _ := filepath.Glob(filepath.Join(objdir, "*.h"))
	for _, file := range found {
		if data, err := os.ReadFile(file); err == nil && filepath.Base(file) != "go_asm.h" {
			os.WriteFile(filepath.Join(dir, filepath.Base(file)), data, 0o666)
		}
	}
	if text != nil {
		if err := os.WriteFile(filepath.Join(dir, "go_asm.h"), text, 0o666); err != nil {
			fail(err)
		}
	}
	return dir + "/"
}

func temporary(name string, data []byte) string {
	dir, err := os.MkdirTemp(os.Getenv("GOSTEP_FAULT_DIR"), "faulty-")
	if err != nil {
		fail(err)
	}
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, data, 0o666); err != nil {
		fail(err)
	}
	return file
}

// split takes an archive apart into its members, each with its header.
func split(data []byte) [][]byte {
	var members [][]byte
	for at := len("!<arch>\n"); at < len(data); {
		size, err := strconv.Atoi(strings.TrimSpace(string(data[at+48 : at+58])))
		if err != nil {
			fail(err)
		}
		end := min(at+60+size+size%2, len(data))
		members = append(members, data[at:end])
		at = end
	}
	return members
}
