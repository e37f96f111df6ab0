/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cli/cw-maker.h"

/**
 * cw_maker_init:
 * @self: (out caller-allocates): a maker
 * @technology: technology of the design
 * @outline: package outline [nm]
 *
 * Begins a design. Bonding pads are at the figures of the Amkor 400 µm deck: land 235, opening
 * 170, ball 261 µm; die types are 130 µm thick.
 */
void
cw_maker_init (CwMaker *self, CwTechnology *technology, CwBox outline)
{
  g_autoptr (CwPath) path = cw_path_new_box (outline);
  g_autoptr (CwDesign) empty = cw_design_new (technology, path);

  *self = (CwMaker){
    .edit = cw_edit_new (empty),
    .ball = { .land = { CW_PAD_ROUND, 235 * CW_UM, 235 * CW_UM },
              .opening = { CW_PAD_ROUND, 170 * CW_UM, 170 * CW_UM },
              .ball = { CW_BALL_SOLDER_BALL, 261 * CW_UM } },
    .type = { .thickness = 130 * CW_UM },
  };
  for (guint i = 0; i < cw_technology_get_n_wiring_levels (technology); i++)
    self->levels[i] = (guint8) cw_technology_get_wiring_level (technology, i);
  self->ball.level = self->levels[cw_technology_get_n_wiring_levels (technology) - 1];
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
 * Adds a die type whose pads are numbered from 1.
 *
 * Returns: the die type
 */
CwId
cw_maker_die_type (CwMaker *self, const char *name, const char *function, CwBox body,
                   GArray *places, CwCoord pad_size)
{
  g_autofree CwPad *pads = g_new0 (CwPad, places->len);
  g_autoptr (CwPads) shared = NULL;
  CwDieType type = self->type;
  CwId id = CW_ID_NONE;

  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      pads[i].name = g_ref_string_new_intern (number);
      pads[i].at = g_array_index (places, CwPoint, i);
      pads[i].form = (CwPadForm){ CW_PAD_RECTANGLE, pad_size, pad_size };
    }
  shared = cw_pads_new (pads, places->len);
  type.body = body;
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
  die.module = self->module != NULL ? g_ref_string_new (self->module) : NULL;
  cw_edit_add_die (self->edit, &die, &self->error);
  g_ref_string_release (die.name);
  g_clear_pointer (&die.module, g_ref_string_release);
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
  CwVia via = { .at = at,
                .hole = self->hole,
                .land = self->land,
                .net = net,
                .from = from,
                .to = to,
                .fill = (guint8) self->fill };

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
 * Places a bonding pad with its ball on the uppermost wiring level.
 */
void
cw_maker_ball (CwMaker *self, CwId net, const char *name, CwPoint at)
{
  CwBondingPad pad = self->ball;

  if (self->error != NULL)
    return;

  pad.at = at;
  pad.net = net;
  pad.name = g_ref_string_new (name);
  cw_edit_add_bonding_pad (self->edit, &pad, &self->error);
  g_ref_string_release (pad.name);
}

/**
 * cw_maker_bus:
 * @self: a maker
 * @net: its net
 * @name: its name
 * @bus: what it is like, but for its net, name and path
 * @points: (array length=n_points): its path, trunk or outline
 * @n_points: how many
 *
 * Draws a power or ground bus.
 */
void
cw_maker_bus (CwMaker *self, CwId net, const char *name, const CwBus *bus, const CwPoint *points,
              gsize n_points)
{
  g_autoptr (CwPath) path = cw_path_new_points (points, n_points);
  CwBus made = *bus;

  if (self->error != NULL)
    return;

  made.path = path;
  made.net = net;
  made.name = g_ref_string_new (name);
  cw_edit_add_bus (self->edit, &made, &self->error);
  g_ref_string_release (made.name);
}

/**
 * cw_maker_passive:
 * @self: a maker
 * @name: its name
 * @passive: what it is like, but for its name and nets
 * @nets: nets of its terminals
 *
 * Places a passive device.
 *
 * Returns: the device
 */
CwId
cw_maker_passive (CwMaker *self, const char *name, const CwPassive *passive, const CwId *nets)
{
  g_autoptr (CwNets) shared
      = cw_nets_new (nets, cw_passive_form_get_n_terminals ((CwPassiveForm) passive->form));
  CwPassive made = *passive;
  CwId id;

  if (self->error != NULL)
    return CW_ID_NONE;

  made.nets = shared;
  made.name = g_ref_string_new (name);
  id = cw_edit_add_passive (self->edit, &made, &self->error);
  g_ref_string_release (made.name);
  return id;
}

/**
 * cw_maker_cavity:
 * @self: a maker
 * @name: its name
 * @cavity: what it is like, but for its name and outline
 * @box: its opening [nm]
 *
 * Sinks a rectangular cavity into the substrate.
 */
void
cw_maker_cavity (CwMaker *self, const char *name, const CwCavity *cavity, CwBox box)
{
  g_autoptr (CwPath) path = cw_path_new_box (box);
  CwCavity made = *cavity;

  if (self->error != NULL)
    return;

  made.outline = path;
  made.name = g_ref_string_new (name);
  cw_edit_add_cavity (self->edit, &made, &self->error);
  g_ref_string_release (made.name);
}

/**
 * cw_maker_cut_line:
 * @self: a maker
 * @name: its name
 * @points: (array length=n_points): its points
 * @n_points: how many
 *
 * Adds a line to cut the package along.
 */
void
cw_maker_cut_line (CwMaker *self, const char *name, const CwPoint *points, gsize n_points)
{
  g_autoptr (CwPath) path = cw_path_new_points (points, n_points);
  CwCutLine line = { .path = path };

  if (self->error != NULL)
    return;

  line.name = g_ref_string_new (name);
  cw_edit_add_cut_line (self->edit, &line, &self->error);
  g_ref_string_release (line.name);
}

/**
 * cw_maker_text:
 * @self: a maker
 * @words: what to write
 * @ordinal: wiring level, lowest is 0
 * @at: left end of its base line [nm]
 * @height: of a capital letter [nm]
 * @width: of a stroke [nm]
 *
 * Writes text in metal.
 */
void
cw_maker_text (CwMaker *self, const char *words, guint ordinal, CwPoint at, CwCoord height,
               CwCoord width)
{
  CwText text = { .at = at, .height = height, .width = width, .level = self->levels[ordinal] };

  if (self->error != NULL)
    return;

  text.text = g_ref_string_new (words);
  cw_edit_add_text (self->edit, &text, &self->error);
  g_ref_string_release (text.text);
}
