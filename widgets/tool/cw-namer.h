/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwNamer:
 *
 * Gives names to many new items of a design, so that none has the name of another.
 */
typedef struct _CwNamer CwNamer;

CwNamer *cw_namer_new (const CwDesign *design);
void cw_namer_free (CwNamer *self);
gboolean cw_namer_take (CwNamer *self, CwItemKind kind, const char *name);
GRefString *cw_namer_next (CwNamer *self, CwItemKind kind, const char *like);
GRefString **cw_namer_get_slot (CwItemKind kind, gpointer item);

char *cw_die_dup_next_name (const CwDesign *design, const char *like, guint *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwNamer, cw_namer_free)

G_END_DECLS
