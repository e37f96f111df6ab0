/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-maker.h"

/**
 * cw_maker_init:
 * @self: (out caller-allocates): a maker
 * @technology: technology of the design
 * @outline: package outline [nm]
 *
 * Begins a design.
 */
void
cw_maker_init (CwMaker *self, CwTechnology *technology, CwBox outline)
{
  g_autoptr (CwPath) path = cw_path_new_box (outline);
  g_autoptr (CwDesign) empty = cw_design_new (technology, path);

  *self = (CwMaker){ .edit = cw_edit_new (empty) };
  for (guint i = 0; i < cw_technology_get_n_wiring_levels (technology); i++)
    self->levels[i] = (guint8) cw_technology_get_wiring_level (technology, i);
  self->pad_level = (guint8) cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
}

/**
 * cw_maker_finish:
 * @self: a maker
 *
 * Ends a design.
 *
 * Returns: (transfer full): the design, or %NULL with @error set when something was refused
 */
CwDesign *
cw_maker_finish (CwMaker *self, GError **error)
{
  CwDesign *design = NULL;

  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    design = cw_edit_finish (self->edit, NULL);

  g_clear_pointer (&self->edit, cw_edit_free);
  return design;
}

/**
 * cw_maker_net:
 * @self: a maker
 * @net_class: what the net is for
 * @format: its name as for printf ()
 * @...: what goes into the name
 *
 * Adds a net.
 *
 * Returns: the net
 */
CwId
cw_maker_net (CwMaker *self, CwNetClass net_class, const char *format, ...)
{
  g_autofree char *name = NULL;
  CwNet net = { .net_class = net_class };
  CwId id = CW_ID_NONE;
  va_list arguments;

  va_start (arguments, format);
  name = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  net.name = g_ref_string_new (name);
  if (self->error == NULL)
    id = cw_edit_add_net (self->edit, &net, &self->error);
  g_ref_string_release (net.name);
  return id;
}

/**
 * cw_maker_die_type:
 * @self: a maker
 * @name: its name
 * @function: its function tag
 * @body: outline of the die [nm]
 * @places: (element-type CwPoint): centres of its pads [nm]
 * @pad_size: side of a square pad [nm]
 *
 * Adds a die type 130 µm thick whose pads are numbered from 1.
 *
 * Returns: the die type
 */
CwId
cw_maker_die_type (CwMaker *self, const char *name, const char *function, CwBox body,
                   GArray *places, CwCoord pad_size)
{
  g_autofree CwPad *pads = g_new0 (CwPad, places->len);
  g_autoptr (CwPads) shared = NULL;
  CwDieType type = { .body = body, .thickness = 130 * CW_UM };
  CwId id = CW_ID_NONE;

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      pads[i].name = g_ref_string_new_intern (number);
      pads[i].at = g_array_index (places, CwPoint, i);
      pads[i].form = (CwPadForm){ CW_PAD_RECTANGLE, pad_size, pad_size };
    }
  shared = cw_pads_new (pads, places->len);
  type.pads = shared;
  type.name = g_ref_string_new (name);
  type.function = g_ref_string_new (function);
  if (self->error == NULL)
    id = cw_edit_add_die_type (self->edit, &type, &self->error);

  for (guint i = 0; i < places->len; i++)
    g_ref_string_release (pads[i].name);
  g_ref_string_release (type.name);
  g_ref_string_release (type.function);
  return id;
}

/**
 * cw_maker_die:
 * @self: a maker
 * @name: its reference
 * @type: its type
 * @at: where the origin of its frame lies [nm]
 * @nets: (element-type CwId): nets of its pads
 *
 * Places a die.
 */
void
cw_maker_die (CwMaker *self, const char *name, CwId type, CwPoint at, GArray *nets)
{
  g_autoptr (CwNets) shared = cw_nets_new ((const CwId *) (gpointer) nets->data, nets->len);
  CwDie die = { .type = type, .at = at, .nets = shared };

  if (self->error != NULL)
    return;

  die.name = g_ref_string_new (name);
  cw_edit_add_die (self->edit, &die, &self->error);
  g_ref_string_release (die.name);
}

/**
 * cw_maker_trace:
 * @self: a maker
 * @net: its net
 * @ordinal: wiring level, lowest is 0
 * @width: [nm]
 * @vertices: (array length=n_vertices): its path
 * @n_vertices: how many
 *
 * Draws a trace.
 */
void
cw_maker_trace (CwMaker *self, CwId net, guint ordinal, CwCoord width, const CwVertex *vertices,
                gsize n_vertices)
{
  g_autoptr (CwPath) path = cw_path_new (vertices, n_vertices);
  CwTrace trace = { .path = path, .width = width, .net = net, .level = self->levels[ordinal] };

  if (self->error == NULL)
    cw_edit_add_trace (self->edit, &trace, &self->error);
}

static void
add_via (CwMaker *self, CwId net, CwPoint at, guint8 from, guint8 to)
{
  CwVia via
      = { .at = at, .hole = self->hole, .land = self->land, .net = net, .from = from, .to = to };

  if (self->error == NULL)
    cw_edit_add_via (self->edit, &via, &self->error);
}

/**
 * cw_maker_via_from_pad:
 * @self: a maker
 * @net: its net
 * @at: centre [nm]
 * @ordinal: wiring level that it leads to, lowest is 0
 *
 * Places a via that lands on a die pad.
 */
void
cw_maker_via_from_pad (CwMaker *self, CwId net, CwPoint at, guint ordinal)
{
  add_via (self, net, at, self->pad_level, self->levels[ordinal]);
}

/**
 * cw_maker_via:
 * @self: a maker
 * @net: its net
 * @at: centre [nm]
 * @from: lower wiring level, lowest is 0
 * @to: upper wiring level
 *
 * Places a via between wiring levels.
 */
void
cw_maker_via (CwMaker *self, CwId net, CwPoint at, guint from, guint to)
{
  add_via (self, net, at, self->levels[from], self->levels[to]);
}

/**
 * cw_maker_ball:
 * @self: a maker
 * @net: its net
 * @name: its name
 * @at: centre [nm]
 *
 * Places a bonding pad with its ball on the second wiring level, at the figures of the
 * Amkor 400 µm deck: land 235, opening 170, ball 261 µm.
 */
void
cw_maker_ball (CwMaker *self, CwId net, const char *name, CwPoint at)
{
  CwBondingPad pad = {
    .at = at,
    .land = { CW_PAD_ROUND, 235 * CW_UM, 235 * CW_UM },
    .opening = { CW_PAD_ROUND, 170 * CW_UM, 170 * CW_UM },
    .ball = { CW_BALL_SOLDER_BALL, 261 * CW_UM },
    .net = net,
    .level = self->levels[1],
  };

  if (self->error != NULL)
    return;

  pad.name = g_ref_string_new (name);
  cw_edit_add_bonding_pad (self->edit, &pad, &self->error);
  g_ref_string_release (pad.name);
}
