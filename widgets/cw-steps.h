/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-tool-host.h"

G_BEGIN_DECLS

CwFlow *cw_steps_dup_flow (CwToolHost *host);
guint cw_steps_get (CwToolHost *host);
void cw_steps_set (CwToolHost *host, guint step);
char *cw_steps_dup_title (const CwFlow *flow, const CwTechnology *technology, guint step);
char *cw_steps_dup_caption (const CwFlow *flow, const CwTechnology *technology, guint step);

G_END_DECLS
