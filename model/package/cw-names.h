/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables of the names that enumerations have in files: the index is the value. */
const char *cw_names_get (const char *const *names, guint n_names, guint value);
gboolean cw_names_find (const char *const *names, guint n_names, const char *name, guint *value);

G_END_DECLS
