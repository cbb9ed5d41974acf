const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ-ʏᴢ';

const letter = (place: number): string => String.fromCharCode(97 + place);

/**
 * A text with plain letters for small capitals and for letters in dark circles and squares, as people write in chats.
 * Unicode does not decompose these, so `foldText` leaves them as they are; it would cost every page some bytes.
 */
export const withPlainLetters = (text: string): string =>
  text
    .replace(/[ʀ-ʟɢɪɴᴀ-ᴢꜰꜱꞯ]/g, (small) => {
      const place = smallCapitals.indexOf(small);
      return place < 0 ? small : letter(place);
    })
    // From A to Z in every second row of 16 characters.
    .replace(/[🅐-🅩🅰-🆉]/gu, (dark) => letter(((dark.codePointAt(0) ?? 0) - 0x1f150) % 32));
