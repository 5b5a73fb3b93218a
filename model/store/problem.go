package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"

	"tressons/model"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// refusal is a reason why something cannot be done with a file, and the French
// sentence for it, in which %s stands for the name of the file.
type refusal struct{ reason, sentence string }

func (r *refusal) Error() string { return "store: " + r.reason }

// What a file can be instead of one that can be opened.
var (
	errMissing = &refusal{"no such file",
		"%s n’est pas, ou n’est plus, à cet endroit. Il a pu être déplacé, renommé ou supprimé : cherchez-le dans vos dossiers, et vérifiez que la clé ou le dossier partagé est bien branché."}
	errDirectory = &refusal{"a directory",
		"%s est un dossier, pas un fichier de diagnostic. Rien n’a été modifié : choisissez un fichier .db, par exemple à l’intérieur de ce dossier."}
	errEmpty = &refusal{"0 bytes",
		"%s est vide (0 octet) : sa copie ou son téléchargement n’est sans doute pas allé au bout. Il n’a pas été modifié : demandez-en une nouvelle copie à la personne qui vous l’a transmis."}
	errTruncated = &refusal{"truncated",
		"%s n’est pas entier : la fin manque, sans doute parce que sa copie ou son téléchargement n’est pas terminé. Il n’a pas été modifié : attendez la fin de la synchronisation, ou demandez-en une nouvelle copie."}
	errOverlong = &refusal{"longer than its header says",
		"%s contient plus que ce que son début annonce : sa copie ou son téléchargement s’est sans doute mal passé. Il n’a pas été modifié : demandez-en une nouvelle copie, ou récupérez-en ce qui peut l’être dans un nouveau fichier."}
	errOversized = &refusal{"too large",
		"%s dépasse 4 Go, bien plus qu’un diagnostic ne peut contenir. Il n’a pas été ouvert ni modifié : choisissez un autre fichier .db."}
	errTooSlow = &refusal{"checks took too long",
		"La vérification de %s n’a pas abouti dans le temps prévu. Par prudence le fichier n’a pas été ouvert, et il n’a pas été modifié : réessayez depuis un disque de cet ordinateur, ou demandez-en une nouvelle copie."}
	errNothingLeft = &refusal{"nothing to recover",
		"Rien n’a pu être récupéré de %s : aucune modification intacte n’y a été trouvée. Il n’a pas été modifié : gardez-le, et cherchez une copie plus ancienne ou celle d’un collègue."}
	errNoRoom = &refusal{"no room for a private copy",
		"%s n’a pas pu être vérifié : le disque de cet ordinateur est plein ou n’accepte pas de fichier temporaire. Il n’a pas été modifié : libérez de la place, puis rouvrez-le."}
	errNotSQLite = &refusal{"not SQLite",
		"%s n’est pas un fichier de Tressons : c’est un autre genre de document. Il n’a pas été modifié : choisissez un fichier .db enregistré par Tressons."}
	errPDF = &refusal{"a PDF",
		"%s est un document PDF, pas un fichier de Tressons. Il n’a pas été modifié : ouvrez-le avec votre lecteur de PDF, et choisissez ici un fichier .db enregistré par Tressons."}
	errZip = &refusal{"a ZIP archive or an office document",
		"%s est un document bureautique (Word, Excel, LibreOffice) ou une archive ZIP, pas un fichier de Tressons. Il n’a pas été modifié : si c’est une archive, extrayez d’abord le fichier .db qu’elle contient."}
	errForeign = &refusal{"another program’s SQLite file",
		"%s est la base de données d’un autre logiciel. Tressons ne l’a pas modifiée : choisissez un fichier .db enregistré par Tressons."}
	errSchema = &refusal{"unexpected schema",
		"Les tables de %s ne sont pas celles que Tressons écrit : un autre logiciel les a sans doute changées. Par prudence le fichier n’a pas été ouvert, et il n’a pas été modifié : reprenez une copie plus ancienne, ou celle d’un collègue."}
	errDamaged = &refusal{"damaged",
		"%s est abîmé : une partie de son contenu ne se lit plus. Il n’a pas été modifié : gardez-le tel quel, et reprenez une copie plus ancienne ou celle d’un collègue ; à défaut, récupérez ce qui peut l’être dans un nouveau fichier."}
	errOlderReadOnly = &refusal{"older format in a read-only place",
		"%s a été enregistré par une version plus ancienne de Tressons et se trouve à un endroit où rien ne peut être écrit. Il n’a pas été modifié : copiez-le dans un dossier à vous, puis ouvrez cette copie."}
	errInterrupted = &refusal{"a journal to replay in a read-only place",
		"%s a été interrompu en plein enregistrement et se trouve à un endroit où rien ne peut être écrit. Il n’a pas été modifié : copiez-le dans un dossier à vous avec le fichier voisin dont le nom finit par « -journal », puis ouvrez cette copie."}
)

// What can go wrong with a file that is open or being made.
var (
	errReadOnly = &refusal{"read-only",
		"%s se trouve à un endroit où rien ne peut être écrit : votre modification n’y est pas enregistrée, et ce qui y était déjà reste intact. Enregistrez-en une copie dans un dossier à vous pour continuer à travailler."}
	errPermission = &refusal{"permission denied",
		"Votre session n’a pas le droit d’accéder à %s. Rien n’a été modifié : demandez ce droit à la personne qui gère ce dossier, ou travaillez sur une copie dans un dossier à vous."}
	errLocked = &refusal{"locked",
		"Un autre logiciel, ou une autre fenêtre de Tressons, est en train d’utiliser %s. Rien n’a été modifié de ce côté : fermez l’autre logiciel ou attendez qu’il ait fini, puis recommencez."}
	errFull = &refusal{"disk full",
		"Le disque où se trouve %s est plein : ce dernier enregistrement n’a pas pu se faire, et tout ce qui avait été enregistré avant est intact. Libérez de la place, ou enregistrez une copie ailleurs."}
	errIO = &refusal{"input/output error",
		"Le disque ou le réseau où se trouve %s n’a pas répondu comme il faut. Ce qui avait été enregistré avant est intact : vérifiez que la clé ou le dossier partagé est bien branché, puis recommencez."}
	errReplaced = &refusal{"replaced on disk",
		"%s a été remplacé, déplacé ou supprimé pendant que vous y travailliez, peut-être par un outil de synchronisation. Votre dernière modification n’y est pas enregistrée : enregistrez une copie sous un autre nom, puis rouvrez le fichier."}
	errUncertain = &refusal{"outcome unknown",
		"Le disque ou le réseau où se trouve %s a lâché pendant l’enregistrement : on ne peut pas savoir si la dernière modification y est. Tout ce qui avait été enregistré avant est intact : rebranchez la clé ou le dossier partagé, et regardez si elle y est."}
	errCannotWrite = &refusal{"cannot be written here",
		"%s ne peut pas être écrit à cet endroit : le dossier n’existe pas ou n’accepte pas de nouveau fichier. Rien n’a été modifié : choisissez un autre dossier."}
	errInUse = &refusal{"journal beside the file to replace",
		"%s ne peut pas être remplacé : il est ouvert, ou a été interrompu en plein enregistrement. Il n’a pas été modifié : fermez-le partout (ou ouvrez-le une fois dans Tressons), ou choisissez un autre nom."}
	errOntoItself = &refusal{"copy onto itself",
		"%s est le fichier que vous avez ouvert : il est déjà enregistré. Donnez un autre nom à la copie."}
	errPhotoSize = &refusal{"photo of a wrong size",
		"Cette image est vide ou dépasse 32 Mo : elle n’a pas été ajoutée à %s. Réduisez-la, puis ajoutez-la de nouveau."}
	errNotShrunk = &refusal{"history dropped, file not vacuumed",
		"L’historique de %s a été allégé, mais la place n’a pas pu être rendue : le disque manque sans doute de place libre. Rien n’est perdu : recommencez quand il y en aura."}
	errCompactUncertain = &refusal{"outcome of compacting unknown",
		"Le disque ou le réseau où se trouve %s a lâché pendant l’allègement de l’historique. Ce que le fichier montre est intact : rebranchez la clé ou le dossier partagé, puis recommencez."}
	errNoSnapshot = &refusal{"no such snapshot",
		"Cet état figé n’est pas, ou pas encore, dans %s. Rien n’a été modifié : fusionnez-y une copie qui le contient."}
	errNoPhoto = &refusal{"no such photo",
		"Cette image ne se trouve pas dans %s. Rien n’a été modifié : ajoutez-la de nouveau."}
)

// newerError is a file of a later format.
type newerError struct {
	version int64
	newest  int
}

func (e *newerError) Error() string {
	return fmt.Sprintf("store: format %d, newest known %d", e.version, e.newest)
}

func (e *newerError) sentence() string {
	return fmt.Sprintf("%%s a été enregistré par une version plus récente de Tressons (format %d, celle-ci lit jusqu’au format %d). Il n’a pas été modifié : installez la dernière version de Tressons pour l’ouvrir.", e.version, e.newest)
}

// moment is what was being done when something failed.
type moment int

const (
	whenOpening moment = iota
	whenReading
	whenSaving
	whenCreating
	whenCopying
)

// unexpected are the sentences for failures that have no better one.
var unexpected = map[moment]string{
	whenOpening:  "%s n’a pas pu être ouvert. Il n’a pas été modifié : réessayez, et sinon prenez-en une autre copie.",
	whenReading:  "%s n’a pas pu être lu jusqu’au bout. Il n’a pas été modifié : réessayez, et sinon rouvrez-le.",
	whenSaving:   "La dernière modification n’a pas pu être enregistrée dans %s. Ce qui avait été enregistré avant est intact : réessayez, ou enregistrez une copie ailleurs.",
	whenCreating: "%s n’a pas pu être créé. Rien n’a été modifié : réessayez dans un autre dossier.",
	whenCopying:  "%s n’a pas pu être copié. Il est intact : réessayez dans un autre dossier.",
}

// tell makes of an error of the store what its caller gets.
func (s *Store) tell(err error, when moment) error { return explain(s.name, err, when) }

// explain turns failures of SQLite, of the disk and of the file into a
// *model.Problem. Errors of the context come back as they are, and so does what
// is not of the store's making.
func explain(path string, err error, when moment) error {
	var told *model.Problem
	var known *refusal
	var newer *newerError
	var disk syscall.Errno // within PathError, LinkError…
	var engine *sqlite.Error
	name := model.Quote(filepath.Base(path))
	problem := func(sentence string) error {
		return &model.Problem{Message: fmt.Sprintf(sentence, name), Cause: err}
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, context.Canceled):
		return context.Canceled
	case errors.Is(err, context.DeadlineExceeded):
		return context.DeadlineExceeded
	case errors.As(err, &told):
		return err
	case errors.As(err, &known):
		return problem(known.sentence)
	case errors.As(err, &newer):
		return problem(newer.sentence())
	case errors.As(err, &engine):
		if r := engineRefusal(engine.Code(), when); r != nil {
			return problem(r.sentence)
		}
		return problem(unexpected[when])
	case errors.As(err, &disk):
		return problem(diskRefusal(disk, when).sentence)
	}
	return err
}

// engineRefusal is the reason behind a result code of SQLite, nil if none fits.
func engineRefusal(code int, when moment) *refusal {
	switch code {
	case sqlite3.SQLITE_READONLY_DBMOVED:
		return errReplaced
	case sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY, sqlite3.SQLITE_READONLY_CANTINIT:
		return errInterrupted
	case sqlite3.SQLITE_INTERRUPT:
		return nil
	}
	switch code & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return errLocked
	case sqlite3.SQLITE_FULL:
		return errFull
	case sqlite3.SQLITE_READONLY:
		return errReadOnly
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return errDamaged
	case sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH:
		return errPermission
	case sqlite3.SQLITE_IOERR:
		return errIO
	case sqlite3.SQLITE_CANTOPEN:
		return cannotOpen(when)
	}
	return nil
}

// cannotOpen is what « unable to open the database file » means: while reading,
// the file went away; while writing, its folder takes no journal.
func cannotOpen(when moment) *refusal {
	switch when {
	case whenCreating, whenCopying:
		return errCannotWrite
	case whenSaving:
		return errReadOnly
	}
	return errPermission
}

func diskRefusal(err error, when moment) *refusal {
	writing := when == whenCreating || when == whenCopying
	switch {
	case writing && (missing(err) || errors.Is(err, fs.ErrPermission)):
		return errCannotWrite
	case errors.Is(err, syscall.ENOSPC):
		return errFull
	case missing(err):
		return errMissing
	case errors.Is(err, fs.ErrPermission):
		return errPermission
	}
	return errIO
}

// engineCode is the result code of SQLite within an error.
func engineCode(err error) (int, bool) {
	var engine *sqlite.Error
	if errors.As(err, &engine) {
		return engine.Code(), true
	}
	return 0, false
}

// damaged tells whether an error says that the content of the file is broken.
func damaged(err error) bool {
	if code, ok := engineCode(err); ok {
		code &= 0xff
		return code == sqlite3.SQLITE_CORRUPT || code == sqlite3.SQLITE_NOTADB
	}
	return errors.Is(err, errDamaged)
}

// notDamage tells of a disk that failed what SQLite took for damage; the error is
// kept as text, so that nobody takes it for damage again.
func notDamage(err error) error { return errors.Join(errIO, errors.New(err.Error())) }

// beingMade is notDamage for a failure of SQLite on a file that is being made: nobody
// damaged that one.
func beingMade(err error) error {
	if _, ok := engineCode(err); ok && damaged(err) {
		return notDamage(err)
	}
	return err
}

// IsDamaged tells whether an error says that the content of a file is broken or
// not whole: Recover may save what is left of it.
func IsDamaged(err error) bool {
	return damaged(err) || errors.Is(err, errTruncated) || errors.Is(err, errOverlong)
}

// IsPDF tells whether a file was refused because it is a PDF.
func IsPDF(err error) bool { return errors.Is(err, errPDF) }

// IsMissing tells whether an error says that there is no such file.
func IsMissing(err error) bool { return missing(err) || errors.Is(err, errMissing) }
