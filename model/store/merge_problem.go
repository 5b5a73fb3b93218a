package store

import "errors"

// IsOtherDocument tells whether a merge was refused because a file is no copy of
// the same document: Import can bring it as further diagnoses.
func IsOtherDocument(err error) bool { return errors.Is(err, errOtherDocument) }

// Why a merge is refused. %s is the source, but for the three last.
var (
	errOtherDocument = &refusal{"another document",
		"%s n’est pas une copie de ce fichier : c’est un autre document, commencé à part. Rien n’a été fusionné, et les deux fichiers sont intacts : choisissez une copie de celui-ci, ou ajoutez-y cet autre document comme diagnostic distinct."}
	errMoving = &refusal{"changing while being copied",
		"%s est en train d’être modifié par un autre logiciel ou par la synchronisation. Rien n’a été fusionné : attendez qu’elle soit finie, puis recommencez."}
	errTwinSession = &refusal{"the same session with other content",
		"%s ne peut pas être fusionné : il contient une séance de travail qui porte le même numéro qu’une des vôtres, avec un autre contenu. Rien n’a été fusionné, et les deux fichiers sont intacts : demandez une autre copie à la personne qui vous l’a transmis."}
	errTwinChange = &refusal{"the same change with other content",
		"%s ne peut pas être fusionné : il contient une modification qui porte le même numéro qu’une des vôtres, avec un autre contenu. Rien n’a été fusionné, et les deux fichiers sont intacts : demandez une autre copie à la personne qui vous l’a transmis."}
	errTwinState = &refusal{"the same frozen state with other content",
		"%s ne peut pas être fusionné : il contient un état figé qui porte le même identifiant qu’un des vôtres, avec un autre contenu. Rien n’a été fusionné, et les deux fichiers sont intacts : demandez une autre copie à la personne qui vous l’a transmis."}
	errCycle = &refusal{"a cycle of sessions",
		"%s ne peut pas être fusionné : ses séances de travail se précèdent les unes les autres en cercle, ce que Tressons n’écrit jamais. Rien n’a été fusionné, et votre fichier est intact : demandez une autre copie à la personne qui vous l’a transmis."}
	errStray = &refusal{"a change or a link without its session",
		"%s ne peut pas être fusionné : il y manque des séances de travail dont d’autres dépendent. Rien n’a été fusionné, et votre fichier est intact : demandez une autre copie à la personne qui vous l’a transmis."}
	errUnknownValue = &refusal{"an unknown entity or field, or a wrong value",
		"%s ne peut pas être fusionné : il contient une valeur que cette version de Tressons ne comprend pas. Rien n’a été fusionné, et votre fichier est intact : installez la dernière version de Tressons, ou demandez une autre copie."}
	errMergeReadOnly = &refusal{"merge into a read-only file",
		"%s se trouve à un endroit où rien ne peut être écrit : rien n’y a été fusionné. Enregistrez-en une copie dans un dossier à vous, et fusionnez dans cette copie."}
	errTooManyVersions = &refusal{"too many versions of a row",
		"Trop de versions différentes d’une même ligne viendraient ensemble dans %s. Rien n’y a été écrit, et tous les fichiers sont intacts : fusionnez moins de copies à la fois, et tranchez les désaccords avant les suivantes."}
	errMergeUncertain = &refusal{"outcome of a merge unknown",
		"Le disque ou le réseau où se trouve %s a lâché à la fin de la fusion : on ne peut pas savoir si elle y est. Tout ce qui y était avant est intact : recommencez la fusion, la refaire est sans danger."}
)
