/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/cw-properties.h"

G_BEGIN_DECLS

/* not a place in the item but the net of one of its nodes */
#define CW_PROPERTY_AT_NODE G_MAXSIZE

/* where a property lies in its item */
typedef struct
{
  const char *name;
  const char *label;
  CwPropertyKind kind;
  gsize offset;
  gsize size;                      /* in bytes; for the net of a node which node */
  const CwPropertyChoice *choices; /* of a choice, up to one without a name */
  gboolean (*is_used) (gconstpointer item, gsize parameter); /* NULL: always */
  gsize parameter;
} CwPropertyField;

void cw_property_facts_add (GArray *properties, const CwDesign *design, CwPick pick, CwUnit unit);
void cw_property_facts_add_sums (GArray *properties, const CwDesign *design, const CwPick *picks,
                                 gsize n_picks, CwUnit unit);
void cw_property_facts_add_design (GArray *properties, const CwDesign *design, CwUnit unit);

GArray *cw_property_fields_list (const CwDesign *design, CwPick pick);
gboolean cw_property_fields_find (const CwDesign *design, CwPick pick, const char *name,
                                  CwPropertyField *field);
guint32 cw_property_field_get_node (const CwPropertyField *field, CwPick pick);

G_END_DECLS
