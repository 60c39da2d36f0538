// exports says what the export data of archives hold: which objects of which packages, the number that the linker
// knows each of them by, and the files that positions are in.
//
// It reads lines `packagefile PATH=FILE`, as importcfg files have them, and writes JSON. It uses internal packages of
// the Go tree, so it has to be built as one of its commands (record_exports.py does).
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"internal/pkgbits"
	"os"
	"strings"
)

type exports struct {
	Objects []object
	Files   []string
}

type object struct {
	Package, Name, Kind string
	// Number is that of its symbol in the object file of its package, -1 if others know it by name.
	Number int64
}

func main() {
	all := map[string]exports{}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		path, file, ok := strings.Cut(strings.TrimPrefix(lines.Text(), "packagefile "), "=")
		if !ok {
			continue
		}
		archive, err := os.ReadFile(file)
		if err != nil {
			fail(err)
		}
		_, data, begins := strings.Cut(string(archive), "\n$$B\nu")
		data, _, ends := strings.Cut(data, "\n$$\n")
		if !begins || !ends {
			fail(fmt.Errorf("%s has no export data in the unified form", file))
		}
		decoder := pkgbits.NewPkgDecoder(path, data)
		all[path] = exports{objects(&decoder), files(&decoder)}
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "exports:", err)
	os.Exit(1)
}

func objects(decoder *pkgbits.PkgDecoder) (objects []object) {
	for at := 0; at < decoder.NumElems(pkgbits.RelocObj); at++ {
		path, name, tag := decoder.PeekObj(pkgbits.Index(at))
		if tag == pkgbits.ObjStub {
			continue // named only, not described
		}
		object := object{path, name, "", -1}
		r := decoder.NewDecoder(pkgbits.RelocObjExt, pkgbits.Index(at), pkgbits.SyncObject1)
		switch tag {
		case pkgbits.ObjFunc:
			object.Kind = "func"
			r.Sync(pkgbits.SyncFuncExt)
			r.Sync(pkgbits.SyncPragma)
			r.Int()
			r.Sync(pkgbits.SyncLinkname)
			object.Number = r.Int64()
		case pkgbits.ObjVar:
			object.Kind = "var"
			r.Sync(pkgbits.SyncVarExt)
			r.Sync(pkgbits.SyncLinkname)
			object.Number = r.Int64()
		case pkgbits.ObjType:
			object.Kind = "type"
			r.Sync(pkgbits.SyncTypeExt)
			r.Sync(pkgbits.SyncPragma)
			r.Int()
			// Its descriptor, and that of the pointer to it.
			object.Number = max(r.Int64(), r.Int64())
		}
		objects = append(objects, object)
	}
	return objects
}

func files(decoder *pkgbits.PkgDecoder) (files []string) {
	for at := 0; at < decoder.NumElems(pkgbits.RelocPosBase); at++ {
		r := decoder.NewDecoder(pkgbits.RelocPosBase, pkgbits.Index(at), pkgbits.SyncPosBase)
		files = append(files, r.String())
	}
	return files
}
