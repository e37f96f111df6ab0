/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/design/cw-edit.h"

/* cw_edit_add () and cw_edit_set () for each kind, so that the compiler sees a wrong struct */

/**
 * cw_edit_add_net:
 * @self: an edit
 * @net: a net
 *
 * Adds a net, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_net (CwEdit *self, const CwNet *net, GError **error)
{
  return cw_edit_add (self, CW_ITEM_NET, net, error);
}

/**
 * cw_edit_add_die_type:
 * @self: an edit
 * @type: a die type
 *
 * Adds a die type, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_die_type (CwEdit *self, const CwDieType *type, GError **error)
{
  return cw_edit_add (self, CW_ITEM_DIE_TYPE, type, error);
}

/**
 * cw_edit_add_die:
 * @self: an edit
 * @die: a die
 *
 * Adds a die, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_die (CwEdit *self, const CwDie *die, GError **error)
{
  return cw_edit_add (self, CW_ITEM_DIE, die, error);
}

/**
 * cw_edit_add_bonding_pad:
 * @self: an edit
 * @pad: a bonding pad
 *
 * Adds a bonding pad, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_bonding_pad (CwEdit *self, const CwBondingPad *pad, GError **error)
{
  return cw_edit_add (self, CW_ITEM_BONDING_PAD, pad, error);
}

/**
 * cw_edit_add_via:
 * @self: an edit
 * @via: a via
 *
 * Adds a via, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_via (CwEdit *self, const CwVia *via, GError **error)
{
  return cw_edit_add (self, CW_ITEM_VIA, via, error);
}

/**
 * cw_edit_add_trace:
 * @self: an edit
 * @trace: a trace
 *
 * Adds a trace, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_trace (CwEdit *self, const CwTrace *trace, GError **error)
{
  return cw_edit_add (self, CW_ITEM_TRACE, trace, error);
}

/**
 * cw_edit_add_text:
 * @self: an edit
 * @text: a text
 *
 * Adds a text, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_text (CwEdit *self, const CwText *text, GError **error)
{
  return cw_edit_add (self, CW_ITEM_TEXT, text, error);
}

/**
 * cw_edit_set_net:
 * @self: an edit
 * @id: a net that is there
 * @net: what it shall be
 *
 * Replaces a net, see cw_edit_set ().
 *
 * Returns: whether it is there and @net is valid
 */
gboolean
cw_edit_set_net (CwEdit *self, CwId id, const CwNet *net, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_NET, FALSE);

  return cw_edit_set (self, id, net, error);
}

/**
 * cw_edit_set_die_type:
 * @self: an edit
 * @id: a die type that is there
 * @type: what it shall be
 *
 * Replaces a die type, see cw_edit_set ().
 *
 * Returns: whether it is there and @type is valid
 */
gboolean
cw_edit_set_die_type (CwEdit *self, CwId id, const CwDieType *type, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_DIE_TYPE, FALSE);

  return cw_edit_set (self, id, type, error);
}

/**
 * cw_edit_set_die:
 * @self: an edit
 * @id: a die that is there
 * @die: what it shall be
 *
 * Replaces a die, see cw_edit_set ().
 *
 * Returns: whether it is there and @die is valid
 */
gboolean
cw_edit_set_die (CwEdit *self, CwId id, const CwDie *die, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_DIE, FALSE);

  return cw_edit_set (self, id, die, error);
}

/**
 * cw_edit_set_bonding_pad:
 * @self: an edit
 * @id: a bonding pad that is there
 * @pad: what it shall be
 *
 * Replaces a bonding pad, see cw_edit_set ().
 *
 * Returns: whether it is there and @pad is valid
 */
gboolean
cw_edit_set_bonding_pad (CwEdit *self, CwId id, const CwBondingPad *pad, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_BONDING_PAD, FALSE);

  return cw_edit_set (self, id, pad, error);
}

/**
 * cw_edit_set_via:
 * @self: an edit
 * @id: a via that is there
 * @via: what it shall be
 *
 * Replaces a via, see cw_edit_set ().
 *
 * Returns: whether it is there and @via is valid
 */
gboolean
cw_edit_set_via (CwEdit *self, CwId id, const CwVia *via, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_VIA, FALSE);

  return cw_edit_set (self, id, via, error);
}

/**
 * cw_edit_set_trace:
 * @self: an edit
 * @id: a trace that is there
 * @trace: what it shall be
 *
 * Replaces a trace, see cw_edit_set ().
 *
 * Returns: whether it is there and @trace is valid
 */
gboolean
cw_edit_set_trace (CwEdit *self, CwId id, const CwTrace *trace, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_TRACE, FALSE);

  return cw_edit_set (self, id, trace, error);
}

/**
 * cw_edit_set_text:
 * @self: an edit
 * @id: a text that is there
 * @text: what it shall be
 *
 * Replaces a text, see cw_edit_set ().
 *
 * Returns: whether it is there and @text is valid
 */
gboolean
cw_edit_set_text (CwEdit *self, CwId id, const CwText *text, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_TEXT, FALSE);

  return cw_edit_set (self, id, text, error);
}

/**
 * cw_edit_add_bus:
 * @self: an edit
 * @bus: a bus
 *
 * Adds a bus, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_bus (CwEdit *self, const CwBus *bus, GError **error)
{
  return cw_edit_add (self, CW_ITEM_BUS, bus, error);
}

/**
 * cw_edit_set_bus:
 * @self: an edit
 * @id: a bus that is there
 * @bus: what it shall be
 *
 * Replaces a bus, see cw_edit_set ().
 *
 * Returns: whether it is there and @bus is valid
 */
gboolean
cw_edit_set_bus (CwEdit *self, CwId id, const CwBus *bus, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_BUS, FALSE);

  return cw_edit_set (self, id, bus, error);
}

/**
 * cw_edit_add_passive:
 * @self: an edit
 * @passive: a passive device
 *
 * Adds a passive device, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_passive (CwEdit *self, const CwPassive *passive, GError **error)
{
  return cw_edit_add (self, CW_ITEM_PASSIVE, passive, error);
}

/**
 * cw_edit_set_passive:
 * @self: an edit
 * @id: a passive device that is there
 * @passive: what it shall be
 *
 * Replaces a passive device, see cw_edit_set ().
 *
 * Returns: whether it is there and @passive is valid
 */
gboolean
cw_edit_set_passive (CwEdit *self, CwId id, const CwPassive *passive, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_PASSIVE, FALSE);

  return cw_edit_set (self, id, passive, error);
}

/**
 * cw_edit_add_cavity:
 * @self: an edit
 * @cavity: a cavity
 *
 * Adds a cavity, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_cavity (CwEdit *self, const CwCavity *cavity, GError **error)
{
  return cw_edit_add (self, CW_ITEM_CAVITY, cavity, error);
}

/**
 * cw_edit_set_cavity:
 * @self: an edit
 * @id: a cavity that is there
 * @cavity: what it shall be
 *
 * Replaces a cavity, see cw_edit_set ().
 *
 * Returns: whether it is there and @cavity is valid
 */
gboolean
cw_edit_set_cavity (CwEdit *self, CwId id, const CwCavity *cavity, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_CAVITY, FALSE);

  return cw_edit_set (self, id, cavity, error);
}

/**
 * cw_edit_add_cut_line:
 * @self: an edit
 * @cut_line: a cut line
 *
 * Adds a cut line, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_cut_line (CwEdit *self, const CwCutLine *cut_line, GError **error)
{
  return cw_edit_add (self, CW_ITEM_CUT_LINE, cut_line, error);
}

/**
 * cw_edit_set_cut_line:
 * @self: an edit
 * @id: a cut line that is there
 * @cut_line: what it shall be
 *
 * Replaces a cut line, see cw_edit_set ().
 *
 * Returns: whether it is there and @cut_line is valid
 */
gboolean
cw_edit_set_cut_line (CwEdit *self, CwId id, const CwCutLine *cut_line, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_CUT_LINE, FALSE);

  return cw_edit_set (self, id, cut_line, error);
}

/**
 * cw_edit_add_zone:
 * @self: an edit
 * @zone: a plane
 *
 * Adds a plane, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_zone (CwEdit *self, const CwZone *zone, GError **error)
{
  return cw_edit_add (self, CW_ITEM_ZONE, zone, error);
}

/**
 * cw_edit_set_zone:
 * @self: an edit
 * @id: a plane that is there
 * @zone: what it shall be
 *
 * Replaces a plane, see cw_edit_set ().
 *
 * Returns: whether it is there and @zone is valid
 */
gboolean
cw_edit_set_zone (CwEdit *self, CwId id, const CwZone *zone, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_ZONE, FALSE);

  return cw_edit_set (self, id, zone, error);
}

/**
 * cw_edit_add_keep_out:
 * @self: an edit
 * @keep_out: a keep-out area
 *
 * Adds a keep-out area, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_keep_out (CwEdit *self, const CwKeepOut *keep_out, GError **error)
{
  return cw_edit_add (self, CW_ITEM_KEEP_OUT, keep_out, error);
}

/**
 * cw_edit_set_keep_out:
 * @self: an edit
 * @id: a keep-out area that is there
 * @keep_out: what it shall be
 *
 * Replaces a keep-out area, see cw_edit_set ().
 *
 * Returns: whether it is there and @keep_out is valid
 */
gboolean
cw_edit_set_keep_out (CwEdit *self, CwId id, const CwKeepOut *keep_out, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_KEEP_OUT, FALSE);

  return cw_edit_set (self, id, keep_out, error);
}

/**
 * cw_edit_add_fiducial:
 * @self: an edit
 * @fiducial: a fiducial
 *
 * Adds a fiducial, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_fiducial (CwEdit *self, const CwFiducial *fiducial, GError **error)
{
  return cw_edit_add (self, CW_ITEM_FIDUCIAL, fiducial, error);
}

/**
 * cw_edit_set_fiducial:
 * @self: an edit
 * @id: a fiducial that is there
 * @fiducial: what it shall be
 *
 * Replaces a fiducial, see cw_edit_set ().
 *
 * Returns: whether it is there and @fiducial is valid
 */
gboolean
cw_edit_set_fiducial (CwEdit *self, CwId id, const CwFiducial *fiducial, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_FIDUCIAL, FALSE);

  return cw_edit_set (self, id, fiducial, error);
}

/**
 * cw_edit_add_waiver:
 * @self: an edit
 * @waiver: a waiver
 *
 * Adds a waiver, see cw_edit_add ().
 *
 * Returns: its id, or %CW_ID_NONE with @error set
 */
CwId
cw_edit_add_waiver (CwEdit *self, const CwWaiver *waiver, GError **error)
{
  return cw_edit_add (self, CW_ITEM_WAIVER, waiver, error);
}

/**
 * cw_edit_set_waiver:
 * @self: an edit
 * @id: a waiver that is there
 * @waiver: what it shall be
 *
 * Replaces a waiver, see cw_edit_set ().
 *
 * Returns: whether it is there and @waiver is valid
 */
gboolean
cw_edit_set_waiver (CwEdit *self, CwId id, const CwWaiver *waiver, GError **error)
{
  g_return_val_if_fail (cw_id_get_kind (id) == CW_ITEM_WAIVER, FALSE);

  return cw_edit_set (self, id, waiver, error);
}
