// SPDX-License-Identifier: GPL-3.0-or-later

// Command ledgerverify checks a Perimeter ledger with the Go project's own transparency-log
// packages, which share no line with the Java code that wrote it.
//
//	ledgerverify DIR VKEYFILE [OLDCHECKPOINT]
//
// It checks the checkpoint's signature, every entry against the tree, every receipt
// (DIR/*.tlog-proof) and, when given, that the log extends the old checkpoint.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const tileHeight = 8
const tileWidth = 1 << tileHeight

// tileDir reads tiles from a folder in the tlog-tiles layout.
type tileDir string

func (d tileDir) Height() int { return tileHeight }

func (d tileDir) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var data [][]byte
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(d), tilePath(strconv.Itoa(tile.L), tile.N, tile.W)))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

func (d tileDir) SaveTiles([]tlog.Tile, [][]byte) {}

// tilePath names a tile. The module's own Tile.Path has a height component that tlog-tiles lacks.
func tilePath(folder string, index int64, width int) string {
	number := fmt.Sprintf("%03d", index%1000)
	for index /= 1000; index > 0; index /= 1000 {
		number = fmt.Sprintf("x%03d/%s", index%1000, number)
	}
	path := "tile/" + folder + "/" + number
	if width < tileWidth {
		path += fmt.Sprintf(".p/%d", width)
	}
	return path
}

func parseHash(text string) (hash tlog.Hash, err error) {
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err == nil && copy(hash[:], bytes) != tlog.HashSize {
		err = fmt.Errorf("a hash of %d bytes", len(bytes))
	}
	return hash, err
}

func openCheckpoint(bytes []byte, verifier note.Verifier) (tree tlog.Tree, err error) {
	opened, err := note.Open(bytes, note.VerifierList(verifier))
	if err != nil {
		return tree, fmt.Errorf("checkpoint: %w", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tree, fmt.Errorf("checkpoint: unexpected text of %d lines", len(lines))
	}
	if tree.N, err = strconv.ParseInt(lines[1], 10, 64); err != nil {
		return tree, err
	}
	tree.Hash, err = parseHash(lines[2])
	return tree, err
}

// readBundle splits an entry bundle into its entries.
func readBundle(dir string, index int64, width int) (entries [][]byte, err error) {
	path := tilePath("entries", index, width)
	bytes, err := os.ReadFile(filepath.Join(dir, path))
	if err != nil {
		return nil, err
	}
	for len(bytes) >= 2 {
		length := 2 + int(binary.BigEndian.Uint16(bytes))
		if length > len(bytes) {
			return nil, fmt.Errorf("%s ends inside an entry", path)
		}
		entries = append(entries, bytes[2:length])
		bytes = bytes[length:]
	}
	if len(bytes) != 0 || len(entries) != width {
		return nil, fmt.Errorf("%s has %d entries, not %d", path, len(entries), width)
	}
	return entries, nil
}

func readAll(dir string, tree tlog.Tree, hashes tlog.HashReader) (entries [][]byte, err error) {
	for first := int64(0); first < tree.N; first += tileWidth {
		width := tileWidth
		if tree.N-first < tileWidth {
			width = int(tree.N - first)
		}
		bundle, err := readBundle(dir, first/tileWidth, width)
		if err != nil {
			return nil, err
		}
		var stored []int64
		for i := range bundle {
			stored = append(stored, tlog.StoredHashIndex(0, first+int64(i)))
		}
		leaves, err := hashes.ReadHashes(stored)
		if err != nil {
			return nil, err
		}
		for i, entry := range bundle {
			if tlog.RecordHash(entry) != leaves[i] {
				return nil, fmt.Errorf("entry %d does not match its leaf hash", first+int64(i))
			}
		}
		entries = append(entries, bundle...)
	}
	return entries, nil
}

func checkReceipt(path string, entries [][]byte, verifier note.Verifier) error {
	bytes, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	parts := strings.SplitN(string(bytes), "\n\n", 2)
	lines := strings.Split(parts[0], "\n")
	if len(parts) != 2 || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return fmt.Errorf("%s is not a receipt", path)
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil || index < 0 || index >= int64(len(entries)) {
		return fmt.Errorf("%s has no entry", path)
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := parseHash(line)
		if err != nil {
			return err
		}
		proof = append(proof, hash)
	}
	tree, err := openCheckpoint([]byte(parts[1]), verifier)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entries[index]))
}

func verify(dir, keyFile string, older []string) error {
	key, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(key)))
	if err != nil {
		return err
	}
	bytes, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(bytes, verifier)
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, tileDir(dir))
	for _, path := range older {
		bytes, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		old, err := openCheckpoint(bytes, verifier)
		if err != nil {
			return err
		}
		proof, err := tlog.ProveTree(tree.N, old.N, hashes)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			return fmt.Errorf("consistency from %d to %d: %w", old.N, tree.N, err)
		}
	}
	entries, err := readAll(dir, tree, hashes)
	if err != nil {
		return err
	}
	receipts, err := filepath.Glob(filepath.Join(dir, "*.tlog-proof"))
	if err != nil {
		return err
	}
	for _, receipt := range receipts {
		if err := checkReceipt(receipt, entries, verifier); err != nil {
			return err
		}
	}
	fmt.Printf("ok %d entries, %d receipts, %d older checkpoints\n", len(entries), len(receipts), len(older))
	return nil
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: ledgerverify DIR VKEYFILE [OLDCHECKPOINT]")
		os.Exit(2)
	}
	if err := verify(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Println("FAIL", err)
		os.Exit(1)
	}
}
