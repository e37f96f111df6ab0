/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/* A fragment is a design that holds some items of another one, with the nets and die types that
 * they need: what goes over the clipboard. */

CwDesign *cw_fragment_new (CwDesign *design, const CwId *items, gsize n_items, GError **error);
CwDesign *cw_fragment_merge (CwDesign *fragment, CwDesign *base, const CwTransform *transform,
                             GArray *copies, GError **error);
guint32 cw_fragment_count (const CwDesign *fragment);
CwBox cw_fragment_get_bounds (const CwDesign *fragment, guint *kinds);

G_END_DECLS
