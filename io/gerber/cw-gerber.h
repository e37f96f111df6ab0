/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwGerberOptions:
 * @x2: whether to write attributes; else files are plain RS-274X
 *
 * How Gerber files are written.
 */
typedef struct
{
  gboolean x2;
} CwGerberOptions;

gboolean cw_gerber_export (const CwDesign *design, const char *directory,
                           const CwGerberOptions *options, GPtrArray **files, GError **error);

G_END_DECLS
