/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwTravellerFormat:
 * @CW_TRAVELLER_PDF: pages of A4
 * @CW_TRAVELLER_SVG: one long picture
 * @CW_TRAVELLER_HTML: a page with pictures in it
 *
 * The formats that a flow traveller is written in.
 */
typedef enum
{
  CW_TRAVELLER_PDF,
  CW_TRAVELLER_SVG,
  CW_TRAVELLER_HTML,
} CwTravellerFormat;

/**
 * CwTravellerRule:
 * @name: name of a rule
 * @text: what it asks for
 * @n_violations: how often it is broken
 *
 * A line of the traveller's table of rules.
 */
typedef struct
{
  char *name;
  char *text;
  guint n_violations;
} CwTravellerRule;

/**
 * CwTraveller:
 * @design: the design
 * @line: (array length=n_points) (nullable): the line that its sections are cut along, %NULL for
 *   its first cut line, or across the middle when it has none [nm]
 * @n_points: how many points, 0 for no line
 * @line_name: (nullable): its name
 * @hash: hash of the design's file
 * @rules: (array length=n_rules): the rules that were checked
 * @n_rules: how many
 *
 * What goes with the work through the line: each step of the flow with its picture.
 */
typedef struct
{
  CwDesign *design;
  const CwPoint *line;
  gsize n_points;
  const char *line_name;
  const char *hash;
  const CwTravellerRule *rules;
  gsize n_rules;
} CwTraveller;

GArray *cw_traveller_check_rules (CwDesign *design, GError **error);
gboolean cw_traveller_format_parse (const char *path, CwTravellerFormat *format, GError **error);
GBytes *cw_traveller_to_bytes (const CwTraveller *self, CwTravellerFormat format, GError **error);

G_END_DECLS
