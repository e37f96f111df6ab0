/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/gerber/cw-gerber-writer.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwGerberStack:
 * @technology: the levels
 * @n_metals: how many levels are copper layers of the files
 * @metals: those levels from the top: `L1` is the first (array length=n_metals)
 *
 * How the levels of a design are named in Gerber files.
 */
typedef struct
{
  const CwTechnology *technology;
  guint n_metals;
  guint8 metals[CW_MAX_LEVELS];
} CwGerberStack;

void cw_gerber_stack_init (CwGerberStack *self, const CwTechnology *technology);
guint cw_gerber_stack_find_layer (const CwGerberStack *self, guint level);
gboolean cw_gerber_stack_is_outer (const CwGerberStack *self, guint level);
char *cw_gerber_stack_dup_file_function (const CwGerberStack *self, guint level);
gboolean cw_gerber_stack_is_negative (const CwGerberStack *self, guint level);
const char *cw_gerber_stack_get_function (const CwGerberStack *self, const CwShape *shape,
                                          const CwBondingPad *pad);

G_END_DECLS
