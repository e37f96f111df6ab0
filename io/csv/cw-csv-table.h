/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_CSV_MAX_SIZE (256u << 20)
#define CW_CSV_MAX_LINE (1u << 20)
#define CW_CSV_MAX_COLUMNS (10000u)

/**
 * CwCsvTable:
 *
 * The cells of a text table: rows of UTF-8 strings. Empty rows and lines that
 * begin with `#` above the first row are left out.
 */
typedef struct _CwCsvTable CwCsvTable;

CwCsvTable *cw_csv_table_new (GBytes *bytes, const char *name, char delimiter, GError **error);
void cw_csv_table_free (CwCsvTable *self);
const char *cw_csv_table_get_name (const CwCsvTable *self);
char cw_csv_table_get_delimiter (const CwCsvTable *self);
gsize cw_csv_table_get_n_rows (const CwCsvTable *self);
guint cw_csv_table_get_n_cells (const CwCsvTable *self, gsize row);
const char *cw_csv_table_get_cell (const CwCsvTable *self, gsize row, guint column);
guint cw_csv_table_get_line (const CwCsvTable *self, gsize row);
guint cw_csv_table_get_n_comments (const CwCsvTable *self);
guint cw_csv_table_get_n_empty (const CwCsvTable *self);
char *cw_csv_dup_shown (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCsvTable, cw_csv_table_free)

G_END_DECLS
