/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "io/csv/cw-csv-reader.h"

G_BEGIN_DECLS

/**
 * CwCsvVias:
 *
 * Adds vias from die pads to the wiring where imported traces end on the pads.
 */
typedef struct _CwCsvVias CwCsvVias;

CwCsvVias *cw_csv_vias_new (const CwCsvReader *reader, CwDesign *design, CwEdit *edit,
                            guint8 level);
void cw_csv_vias_free (CwCsvVias *self);
gboolean cw_csv_vias_add (CwCsvVias *self, gsize row, CwPoint end, CwId net, GError **error);
void cw_csv_vias_report (const CwCsvVias *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCsvVias, cw_csv_vias_free)

G_END_DECLS
