/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <cairo.h>

#include "model/base/cw-length.h"
#include "model/design/cw-edit.h"

G_BEGIN_DECLS

/* The package set-up as data: pages of fields and of makers, each a function from design to design.
 * Nothing here knows of widgets. */

/**
 * CwSetupKind:
 * @CW_SETUP_TEXT: one line of text, a `GRefString *`
 * @CW_SETUP_LENGTH: a length, a #CwCoord
 * @CW_SETUP_ANGLE: an angle, a #CwAngle
 * @CW_SETUP_DECIMAL: a number, a `gint32` that counts parts of one
 * @CW_SETUP_CHOICE: one of a list, as text its number from 0
 * @CW_SETUP_COLOUR: a colour as six hexadecimal digits
 * @CW_SETUP_BLOCK: several lines of text
 * @CW_SETUP_FIXED: text that cannot be set
 *
 * What a field holds.
 */
typedef enum
{
  CW_SETUP_TEXT,
  CW_SETUP_LENGTH,
  CW_SETUP_ANGLE,
  CW_SETUP_DECIMAL,
  CW_SETUP_CHOICE,
  CW_SETUP_COLOUR,
  CW_SETUP_BLOCK,
  CW_SETUP_FIXED,
} CwSetupKind;

/**
 * CwSetupField:
 * @label: what the user calls it, not translated
 * @kind: what it holds
 * @offset: where it lies in the item of the page
 * @size: of a choice: its bytes, 1 or 4
 * @may_be_none: of a choice: the first of its list is 255
 * @scale: of a decimal: how many parts make one
 * @unit: (nullable): written behind it, not translated; a length has that of the window
 * @tip: (nullable): what is said of it while the pointer rests, not translated
 * @list: (nullable): of a choice: what can be chosen
 * @is_shown: (nullable): whether it is there for this thing
 * @get: (nullable): its text, instead of @offset
 * @set: (nullable): makes the next design, instead of @offset
 *
 * A value that can be set.
 */
typedef struct
{
  const char *label;
  CwSetupKind kind;
  gsize offset;
  guint size;
  gboolean may_be_none;
  gint64 scale;
  const char *unit;
  const char *tip;
  char **(*list) (const CwDesign *design);
  gboolean (*is_shown) (const CwDesign *design, guint32 key);
  char *(*get) (const CwDesign *design, guint32 key, CwUnit unit);
  CwDesign *(*set) (CwDesign *design, guint32 key, const char *text, CwUnit unit, GError **error);
} CwSetupField;

/**
 * CwSetupAction:
 * @label: what its button says and undo calls it, not translated
 * @icon: (nullable): icon of its button, instead of the label
 * @run: makes the next design; @key is the thing chosen, %CW_SETUP_NO_KEY for none, and then the one
 *   to be chosen
 * @needs_choice: whether it can be done only when a thing is chosen
 *
 * Something that a page can do.
 */
typedef struct
{
  const char *label;
  const char *icon;
  CwDesign *(*run) (CwDesign *design, guint32 *key, GError **error);
  gboolean needs_choice;
} CwSetupAction;

/**
 * CwSetupMaker:
 * @title: what it makes, not translated
 * @label: what its button says and undo calls it, not translated
 * @note: (nullable): what it does, not translated
 * @needs_key: whether it is about the thing chosen on its page
 * @fields: what it needs to know; only label, kind, unit, list and tip of them count
 * @n_fields: how many
 * @get: what a field begins with
 * @make: makes the next design from the texts; @wrong is the field that an error is about
 *
 * Makes many things from some numbers.
 */
typedef struct
{
  const char *title;
  const char *label;
  const char *note;
  gboolean needs_key;
  const CwSetupField *fields;
  gsize n_fields;
  char *(*get) (const CwDesign *design, guint32 key, guint field, CwUnit unit);
  CwDesign *(*make) (CwDesign *design, guint32 key, const char *const *texts, CwUnit unit,
                     guint *wrong, GError **error);
} CwSetupMaker;

/**
 * CwSetupInfo:
 * @title: title of the page, not translated
 * @note: (nullable): what the page is for, not translated
 * @empty: (nullable): what is said when nothing is listed, not translated
 * @fields: what can be set of the thing chosen
 * @n_fields: how many
 * @actions: what can be done
 * @n_actions: how many
 * @makers: makers below the fields
 * @n_makers: how many
 * @item_size: size of the item that the offsets of the fields are of
 * @load: (nullable): copies that item without taking references
 * @store: (nullable): makes the design that has it
 * @list_keys: (nullable): lists the things, `guint32`; %NULL for a page of one thing, 0
 * @dup_row: (nullable): name and details of a thing with a tab between them
 * @dup_name: (nullable): its name
 * @picture: (nullable): paints a picture of the design above the fields
 *
 * A page.
 */
typedef struct
{
  const char *title;
  const char *note;
  const char *empty;
  const CwSetupField *fields;
  gsize n_fields;
  const CwSetupAction *actions;
  gsize n_actions;
  const CwSetupMaker *const *makers;
  gsize n_makers;
  gsize item_size;
  gboolean (*load) (const CwDesign *design, guint32 key, gpointer item);
  CwDesign *(*store) (CwDesign *design, guint32 key, gconstpointer item, GError **error);
  void (*list_keys) (const CwDesign *design, GArray *keys);
  char *(*dup_row) (const CwDesign *design, guint32 key, CwUnit unit);
  char *(*dup_name) (const CwDesign *design, guint32 key);
  void (*picture) (cairo_t *cr, const CwDesign *design, int width, int height);
} CwSetupInfo;

#define CW_SETUP_NO_KEY G_MAXUINT32
#define CW_SETUP_ITEM_MAX 256

extern const CwSetupInfo cw_setup_general;
extern const CwSetupInfo cw_setup_levels;
extern const CwSetupInfo cw_setup_materials;
extern const CwSetupInfo cw_setup_rules;
extern const CwSetupInfo cw_setup_nets;
extern const CwSetupInfo cw_setup_die_types;
extern const CwSetupInfo cw_setup_dies;
extern const CwSetupInfo cw_setup_balls;
extern const CwSetupInfo cw_setup_array;

/**
 * CwSetupStackChange:
 * @substrate: how the substrate is built then
 * @method: the method then
 * @has_flow: whether the flow is that of the template of @method then
 *
 * What changes together with a stack.
 */
typedef struct
{
  CwSubstrateKind substrate;
  CwMethod method;
  gboolean has_flow;
} CwSetupStackChange;

char *cw_setup_get_text (const CwSetupInfo *info, guint field, const CwDesign *design, guint32 key,
                         CwUnit unit);
CwDesign *cw_setup_set_text (const CwSetupInfo *info, guint field, CwDesign *design, guint32 key,
                             const char *text, CwUnit unit, GError **error);
char *cw_setup_dup_changes (const CwTechnology *before, const CwTechnology *after);

/* shared by the pages */
CwDesign *cw_setup_finish_technology (CwDesign *design, CwTechnology *technology, GError **error);
void cw_setup_list_levels (const CwTechnology *technology, GArray **levels, GArray **from);
void cw_setup_insert_level (GArray *levels, GArray *from, guint at, const CwLevel *level);
void cw_setup_remove_level (GArray *levels, GArray *from, guint at);
CwDesign *cw_setup_finish_stack (CwDesign *design, CwTechnology *technology, GArray *levels,
                                 GArray *from, const CwSetupStackChange *change, GError **error);
gboolean cw_setup_parse_length (const char *text, CwUnit unit, CwCoord old, const char *what,
                                CwCoord min, CwCoord max, CwCoord *length, GError **error);
gboolean cw_setup_parse_count (const char *text, const char *what, guint max, guint *count,
                               GError **error);
char *cw_setup_dup_count (guint count);
char *cw_setup_dup_free_name (const CwDesign *design, CwItemKind kind, const char *stem);

G_END_DECLS
