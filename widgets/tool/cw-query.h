/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <gio/gio.h>

#include "widgets/tool/cw-hit.h"

G_BEGIN_DECLS

/**
 * CwQuery:
 *
 * What somebody looks for in a design, read from a line of text: an immutable value that any
 * thread may use.
 *
 * |[
 * query = and { ( "or" | "|" ) and }
 * and   = term { [ "and" | "&" ] term }
 * term  = ( "not" | "!" ) term | "(" query ")" | test | flag | word
 * test  = property sign value { "," value }     several values only with = and !=
 * sign  = "=" | "!=" | "~" | "!~" | "<" | "<=" | ">" | ">="
 * flag  = "locked" | "unlocked"
 * value = letters up to a space or bracket, or any text in double quotes
 * ]|
 *
 * Properties of text are `type`, `name`, `net`, `class`, `level` (or `layer`), `form`, `text`,
 * `die` (the type of a die) and `module`. With `=` the text must be the same; with `~` it must
 * contain the value or, where the value has `*` or `?`, be like it, in upper or lower case. Lengths
 * are `d` (the hole of a via, the land of a bonding pad, the metal of a die pad), `w` (or `width`),
 * `l` (or `length`), `h` (or `height`), `hole`, `land`, `ball`, `x`, `y` and `size` (the longer
 * side); their values are expressions with units. `pads` is a number, that of the pads of a die.
 *
 * An item without a property meets no test of it, and no test with != or !~ either, except that what
 * has no net has one with an empty name. A word alone is a type when it names one, else it stands for
 * name~word or net~word or text~word; in quotes it is never a type or a flag.
 */
typedef struct _CwQuery CwQuery;

CwQuery *cw_query_new (const char *text, CwUnit unit, GError **error);
CwQuery *cw_query_ref (CwQuery *self);
void cw_query_unref (CwQuery *self);
GArray *cw_query_run (const CwQuery *self, const CwDesign *design, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwQuery, cw_query_unref)

G_END_DECLS
