/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/base/cw-length.h"
#include "widgets/tool/cw-selection.h"

G_BEGIN_DECLS

/**
 * CwPropertyKind:
 * @CW_PROPERTY_TEXT: words
 * @CW_PROPERTY_LENGTH: a length, to be typed with units and arithmetic
 * @CW_PROPERTY_ANGLE: degrees
 * @CW_PROPERTY_NET: the name of a net, empty for none
 * @CW_PROPERTY_LEVEL: the name of a wiring level
 * @CW_PROPERTY_DIE_TYPE: the name of a die type
 * @CW_PROPERTY_SWITCH: `1` or `0`
 * @CW_PROPERTY_CHOICE: one of some named values
 * @CW_PROPERTY_NUMBER: a whole number
 * @CW_PROPERTY_FIXED: to be read only
 *
 * What a property holds.
 */
typedef enum
{
  CW_PROPERTY_TEXT,
  CW_PROPERTY_LENGTH,
  CW_PROPERTY_ANGLE,
  CW_PROPERTY_NET,
  CW_PROPERTY_LEVEL,
  CW_PROPERTY_DIE_TYPE,
  CW_PROPERTY_SWITCH,
  CW_PROPERTY_CHOICE,
  CW_PROPERTY_NUMBER,
  CW_PROPERTY_FIXED,
} CwPropertyKind;

/**
 * CwPropertyChoice:
 * @name: the value, as files have it; %NULL ends a list
 * @label: what the user sees, to be translated
 *
 * One of the values to choose from.
 */
typedef struct
{
  const char *name;
  const char *label;
} CwPropertyChoice;

/**
 * CwProperty:
 * @name: name to set it by
 * @label: what the user sees, translated
 * @kind: what it holds
 * @text: its value without the unit
 * @is_mixed: whether the selected things differ in it; then @text is that of the first
 * @choices: (nullable): of a choice all values, up to one without a name; kept for ever
 * @may_be_empty: of a level, whether no level may be chosen, which stands for all
 *
 * A property of what is selected.
 */
typedef struct
{
  const char *name;
  const char *label;
  CwPropertyKind kind;
  char *text;
  gboolean is_mixed;
  const CwPropertyChoice *choices;
  gboolean may_be_empty;
} CwProperty;

GArray *cw_properties_list (const CwDesign *design, const CwPick *picks, gsize n_picks,
                            CwUnit unit);
CwDesign *cw_properties_set (CwDesign *design, const CwPick *picks, gsize n_picks, const char *name,
                             const char *text, CwUnit unit, GError **error);

G_END_DECLS
