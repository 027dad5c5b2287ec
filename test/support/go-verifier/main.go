// Checks claims about a log with golang.org/x/mod/sumdb, which shares no line with this project: one
// JSON claim a line on standard input, one "true" or "false" a line on standard output.
package main

import (
	"bufio"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type claim struct {
	Kind    string
	Index   int64
	Before  int64
	Size    int64
	Leaf    string
	Root    string
	Old     string
	Content string
	Note    string
	Key     string
	Hashes  []string
}

func hash(text string) (h tlog.Hash) {
	bytes, err := hex.DecodeString(text)
	if err == nil && len(bytes) == len(h) {
		copy(h[:], bytes)
	}
	return h
}

func holds(c claim) bool {
	var hashes []tlog.Hash
	for _, text := range c.Hashes {
		hashes = append(hashes, hash(text))
	}
	switch c.Kind {
	case "inclusion":
		return tlog.CheckRecord(hashes, c.Size, hash(c.Root), c.Index, hash(c.Leaf)) == nil
	case "consistency":
		return tlog.CheckTree(hashes, c.Size, hash(c.Root), c.Before, hash(c.Old)) == nil
	case "entry":
		return tlog.RecordHash([]byte(c.Content)) == hash(c.Leaf)
	case "note":
		verifier, err := note.NewVerifier(c.Key)
		if err != nil {
			return false
		}
		_, err = note.Open([]byte(c.Note), note.VerifierList(verifier))
		return err == nil
	}
	return false
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var c claim
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		fmt.Println(holds(c))
	}
}
