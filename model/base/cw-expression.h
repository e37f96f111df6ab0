/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"

G_BEGIN_DECLS

/**
 * CwVariable:
 * @name: the name as written in an expression, such as `grid`, `w` or `pitch`
 * @value: its length [nm]
 *
 * A named length that an expression may use.
 */
typedef struct
{
  const char *name;
  CwCoord value;
} CwVariable;

gboolean cw_expression_evaluate (const char *text, CwUnit unit, CwCoord old,
                                 const CwVariable *variables, gsize n_variables, CwCoord *length,
                                 gboolean *rounded, GError **error);

G_END_DECLS
