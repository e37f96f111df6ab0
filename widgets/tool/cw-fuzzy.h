/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_FUZZY_BEST 1000

char *cw_fuzzy_fold (const char *text);
guint32 cw_fuzzy_get_letters (const char *folded);
int cw_fuzzy_score (const char *query, const char *text);

G_END_DECLS
