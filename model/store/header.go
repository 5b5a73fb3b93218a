package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"syscall"
)

// header is what the first 100 bytes of an SQLite file say.
type header struct {
	pageSize    int64
	pages       int64 // 0 when the count is not to be trusted
	application uint32
	version     int32
}

const headerSize = 100

// maxFile is the largest file that is opened, in bytes: twenty times the largest
// that was measured.
const maxFile = 4 << 30

// magic opens every SQLite 3 file.
const magic = "SQLite format 3\x00"

// peek reads the first bytes of a file without SQLite, and tells whether the
// file can be written. It writes nothing.
func peek(path string) (head []byte, size int64, writable bool, err error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, 0, false, err
	case info.IsDir():
		return nil, 0, false, errDirectory
	case !info.Mode().IsRegular():
		return nil, 0, false, errNotSQLite
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if writable = err == nil; !writable && !passing(err) {
		f, err = os.Open(path)
	}
	if err != nil {
		return nil, 0, false, err
	}
	head = make([]byte, headerSize)
	n, err := io.ReadFull(f, head)
	posixLocks.Lock()
	closing := f.Close()
	posixLocks.Unlock()
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return head[:n], info.Size(), writable, errors.Join(err, closing)
}

// passing tells whether an error of opening says nothing about who may write:
// taken for a place that is read-only, it would make the user work on a copy.
func passing(err error) bool {
	return slices.ContainsFunc([]error{syscall.EIO, syscall.ENOSPC, syscall.EMFILE, syscall.ENFILE}, func(e error) bool { return errors.Is(err, e) })
}

func parseHeader(head []byte) header {
	h := header{
		pageSize:    int64(binary.BigEndian.Uint16(head[16:])),
		application: binary.BigEndian.Uint32(head[68:]),
		version:     int32(binary.BigEndian.Uint32(head[60:])),
	}
	if h.pageSize == 1 {
		h.pageSize = 65536
	}
	if bytes.Equal(head[24:28], head[92:96]) {
		h.pages = int64(binary.BigEndian.Uint32(head[28:]))
	}
	return h
}

// look examines a file from outside, before anything is copied or SQLite
// touches it: what cannot be a whole file of this program is refused.
func (s *Store) look() (head []byte, size int64, err error) {
	head, size, writable, err := peek(s.path)
	if err != nil {
		return nil, 0, err
	}
	s.readOnly = !writable
	switch {
	case size == 0:
		return nil, 0, errEmpty
	case !bytes.HasPrefix(head, []byte(magic)):
		return nil, 0, natureOf(head)
	case len(head) < headerSize:
		return nil, 0, errTruncated
	case size > maxFile:
		return nil, 0, errOversized
	}
	return head, size, nil
}

// checkHeader refuses files of other programs and of later versions, and those
// that are not as long as they say; whole pages too many are what SQLite leaves
// when it is stopped before it cuts a file that became smaller. With a journal beside it a file may be
// mid-way through a change that SQLite will undo: only its nature counts then.
func (s *Store) checkHeader(head []byte, size int64) error {
	if hasJournal(s.path) {
		return nil
	}
	h := parseHeader(head)
	if err := s.checkIdentity(int64(h.application), int64(h.version)); err != nil {
		return err
	}
	announced := h.pages * h.pageSize
	switch {
	case announced > size:
		return errTruncated
	case announced > 0 && announced < size && size%h.pageSize != 0:
		return errOverlong
	}
	return nil
}

// checkIdentity refuses files of other programs and of later versions.
func (s *Store) checkIdentity(application, version int64) error {
	switch {
	case application != applicationID:
		return errForeign
	case version < 1:
		return errSchema
	case version > int64(s.format.version()):
		return &newerError{version, s.format.version()}
	}
	return nil
}

// sideFiles are the ends of the names of the files that SQLite keeps beside its
// own while a save is under way, or after it was cut short.
var sideFiles = []string{"-journal", "-wal"}

func hasJournal(path string) bool {
	for _, side := range sideFiles {
		if info, err := os.Stat(path + side); err == nil && info.Size() > 0 {
			return true
		}
	}
	return false
}

// natureOf recognises the documents that are most often taken for a file of
// this program, and a file whose start never reached the disk.
func natureOf(head []byte) error {
	if len(bytes.TrimLeft(head, "\x00")) == 0 {
		return errDamaged
	}
	for start, nature := range map[string]error{
		"%PDF":       errPDF,
		"PK\x03\x04": errZip,
	} {
		if bytes.HasPrefix(head, []byte(start)) {
			return nature
		}
	}
	return errNotSQLite
}

// missing tells whether an error says that there is no such file.
func missing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
