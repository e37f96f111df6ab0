/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_DECIMAL_MAX_PLACES (18)

/**
 * CwDecimal:
 * @negative: whether a minus sign leads
 * @digits: all digits without the decimal mark
 * @places: how many of them stand behind the mark, at most %CW_DECIMAL_MAX_PLACES
 *
 * A decimal number as written: @digits / 10^@places.
 */
typedef struct
{
  gboolean negative;
  guint64 digits;
  guint places;
} CwDecimal;

void cw_text_skip_space (const char **text);
char *cw_text_dup_shown (const char *text);
gboolean cw_text_skip (const char **text, const char *token);
gboolean cw_decimal_scan (const char **text, CwDecimal *decimal);
gboolean cw_decimal_scan_signed (const char **text, CwDecimal *decimal);
gboolean cw_decimal_scale (CwDecimal decimal, gint64 size, gint64 max, gint64 *value);
char *cw_decimal_format (gint64 value, gint64 size);

G_END_DECLS
