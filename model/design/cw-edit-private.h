/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design-private.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

struct _CwEdit
{
  CwDesign *base;
  GRefString *name;
  CwTechnology *technology;
  CwPath *outline;
  CwTable *tables[CW_N_ITEM_KINDS];
  GHashTable *names[CW_N_ITEM_KINDS]; /* GRefString to id, made when first needed */
};

gboolean cw_edit_check_item (CwEdit *self, CwItemKind kind, gconstpointer item, GError **error);

G_END_DECLS
