/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/gerber/cw-gerber-writer.h"
#include "io/gerber/cw-gerber.h"

G_BEGIN_DECLS

/**
 * CwGerberFile:
 * @name: its name, safe on every system
 * @bytes: what it holds
 *
 * One file of an export.
 */
typedef struct
{
  char *name;
  GBytes *bytes;
} CwGerberFile;

GArray *cw_gerber_set_new (const CwDesign *design, const CwGerberOptions *options);

G_END_DECLS
